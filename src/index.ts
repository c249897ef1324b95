/** The host application adds nothing of its own at start; what it shows lives in the plugin and in `src/api`. */
export default {
  register() {},
  bootstrap() {},
};

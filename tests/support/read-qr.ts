import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** The bytes that a scanner reads from a picture of the screen, or null where it sees no code. */
export const readQr = (screenshot: Buffer): Buffer | null => {
  const { data, width, height } = PNG.sync.read(screenshot);
  const code = jsQR(new Uint8ClampedArray(data), width, height);
  return code === null ? null : Buffer.from(code.binaryData);
};

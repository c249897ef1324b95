/** Control characters, and what turns the reading direction or hides: a title must not rearrange the mail around it. */
const INVISIBLE = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A line of data as mails show it: nothing that breaks the line, hides, or turns the reading direction. */
export const cleanLine = (value: string): string => value.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();

/** Text of several lines, each cleaned; at most one empty line between two. */
export const cleanText = (value: string): string[] =>
  value
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(cleanLine)
    .filter((line, index, lines) => line !== '' || (index > 0 && lines[index - 1] !== ''));

/** One event of a stream, as the HTML standard dispatches it. */
export interface StreamEvent {
  /** `message` when the stream names none. */
  event: string;
  data: string;
  /** The last id the stream has given, also when this event carries none itself. */
  id: string;
}

export interface EventParserHandlers {
  onEvent(event: StreamEvent): void;
  /** Milliseconds the server asks to wait before reconnecting. */
  onRetry?(milliseconds: number): void;
}

export interface EventParser {
  /** Feeds decoded text, split anywhere. */
  push(chunk: string): void;
}

const endOfLine = /\r\n|\n|\r/;

/** Cuts text into lines as soon as each ends; an LF that only completes a CR LF split over two chunks is skipped. */
const createLineReader = (onLine: (line: string) => void): ((chunk: string) => void) => {
  let rest = '';
  let afterCarriageReturn = false;
  return (chunk) => {
    if (chunk === '') return;
    rest += afterCarriageReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk;
    afterCarriageReturn = chunk.endsWith('\r');
    for (let end = endOfLine.exec(rest); end !== null; end = endOfLine.exec(rest)) {
      const line = rest.slice(0, end.index);
      rest = rest.slice(end.index + end[0].length);
      onLine(line);
    }
  };
};

const splitField = (line: string): [name: string, value: string] => {
  const colon = line.indexOf(':');
  if (colon === -1) return [line, ''];
  const value = line.slice(colon + 1);
  return [line.slice(0, colon), value.startsWith(' ') ? value.slice(1) : value];
};

/**
 * Reads a `text/event-stream` as the HTML standard says (section "Interpreting an event stream"): the three line ends,
 * comments, repeated `data`, ids that stay, an id with NUL ignored, an unfinished last event dropped.
 */
export const createEventParser = ({ onEvent, onRetry }: EventParserHandlers): EventParser => {
  let event = '';
  let data: string[] = [];
  let id = '';

  const dispatch = (): void => {
    if (data.length > 0) onEvent({ event: event || 'message', data: data.join('\n'), id });
    event = '';
    data = [];
  };

  const readField = (name: string, value: string): void => {
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
    else if (name === 'id' && !value.includes('\0')) id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) onRetry?.(Number(value));
  };

  const push = createLineReader((line) => {
    if (line === '') dispatch();
    else readField(...splitField(line));
  });
  return { push };
};

import { createEventParser } from './event-parser';
import type { StreamEvent } from './event-parser';

const parse = (...chunks: string[]): StreamEvent[] => {
  const events: StreamEvent[] = [];
  const parser = createEventParser({ onEvent: (event) => events.push(event) });
  chunks.forEach((chunk) => parser.push(chunk));
  return events;
};

const message = (data: string, id = ''): StreamEvent => ({ event: 'message', data, id });

describe('reading an event stream', () => {
  it.each([
    ['LF', 'data: a\n\n', [message('a')]],
    ['CR LF', 'data: a\r\n\r\n', [message('a')]],
    ['CR', 'data: a\r\r', [message('a')]],
    ['mixed ends', 'data: a\r\ndata: b\n\r', [message('a\nb')]],
    ['no space after the colon', 'data:a\n\n', [message('a')]],
    ['only the first space is taken', 'data:  a\n\n', [message(' a')]],
    ['several data lines', 'data: a\ndata\ndata: b\n\n', [message('a\n\nb')]],
    ['comments', ': heartbeat\n\ndata: a\n: in between\n\n', [message('a')]],
    ['an event without data', 'event: bye\n\n', []],
    ['unknown fields', 'colour: red\ndata: a\n\n', [message('a')]],
    ['an unfinished event', 'data: a\n\ndata: b\n', [message('a')]],
    ['a named event', 'event: bye\ndata: {}\n\ndata: a\n\n', [{ event: 'bye', data: '{}', id: '' }, message('a')]],
    ['an id that stays', 'id: 7\ndata: a\n\ndata: b\n\n', [message('a', '7'), message('b', '7')]],
    ['an id with NUL', 'id: 7\ndata: a\n\nid: 8\0\ndata: b\n\n', [message('a', '7'), message('b', '7')]],
    ['an id taken back', 'id: 7\ndata: a\n\nid\ndata: b\n\n', [message('a', '7'), message('b')]],
  ])('%s', (_name, text, expected) => {
    expect(parse(text)).toEqual(expected);
    expect(parse(...text)).toEqual(expected);
  });

  it('does not see a CR LF split over two chunks as two line ends', () => {
    expect(parse('data: a\r', '\ndata: b\r', '\n\r', '\n')).toEqual([message('a\nb')]);
  });

  it('dispatches on a CR at once, without waiting for what follows', () => {
    expect(parse('data: a\r\r')).toEqual([message('a')]);
  });

  it.each([
    ['retry: 2500\n', [2500]],
    ['retry: soon\n', []],
  ])('%j asks to wait %j', (text, expected) => {
    const asked: number[] = [];
    createEventParser({ onEvent: () => undefined, onRetry: (ms) => asked.push(ms) }).push(text);
    expect(asked).toEqual(expected);
  });
});

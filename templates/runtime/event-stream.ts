import type { BodyReader } from './decode.js';
import { ItemStream, parseItem, textPieces } from './item-stream.js';

// Server-sent events (HTML, section 9.2).

/** An event as it was sent: of its fields those that were. */
export interface ServerSentEvent<Data = unknown> {
  readonly data: Data;
  /** Its name; an event without one is a `message`. */
  readonly event?: string;
  /** What to resume behind it with, as `Last-Event-ID`. */
  readonly id?: string;
  /** How many milliseconds to wait before connecting anew. */
  readonly retry?: number;
}

/** What a stream said last of how to resume it. */
export interface StreamState {
  /** Sent as `Last-Event-ID`, the stream goes on behind the last event that had one. */
  lastEventId: string;
  /** How many milliseconds to wait before connecting anew; undefined where the API does not say. */
  retry: number | undefined;
}

/** The events of an answer, as they come, and what is needed to resume them. */
export class EventStream<Event> extends ItemStream<Event> {
  readonly state: StreamState;

  constructor(response: Response, items: AsyncIterator<Event, void>, state: StreamState) {
    super(response, items);
    this.state = state;
  }
}

/** How `data` is read: as text, as JSON, or as JSON where it is some. */
export type EventData = 'text' | 'json' | 'any';

/** Reads events; one whose data is `end` ends the stream and is not given. */
export const eventStream =
  (data: EventData, end?: string): BodyReader =>
  (response, json, request) => {
    const state: StreamState = { lastEventId: '', retry: undefined };
    const read = (text: string): unknown => {
      if (data === 'text') return text;
      try {
        return parseItem({ request, response, json }, text);
      } catch (error) {
        if (data === 'json') throw error;
        return text;
      }
    };
    async function* events(): AsyncGenerator<ServerSentEvent, void, undefined> {
      for await (const fields of eventFields(lines(textPieces(request, response)), state)) {
        if (fields.data === end) return;
        yield { ...fields, data: read(fields.data) };
      }
    }
    return new EventStream(response, events(), state);
  };

/** The fields of each event (HTML, section 9.2.6). What the end cuts off is no event. */
async function* eventFields(
  lines: AsyncIterable<string>,
  state: StreamState,
): AsyncGenerator<ServerSentEvent<string>, void, undefined> {
  let data: string[] = [];
  let fields: { event?: string; id?: string; retry?: number } = {};
  for await (const line of lines) {
    if (line === '') {
      if (fields.id !== undefined) state.lastEventId = fields.id;
      if (data.length > 0) yield { ...fields, data: data.join('\n') };
      data = [];
      fields = {};
      continue;
    }
    const [, name, value = ''] = /^([^:]*)(?:: ?([^]*))?$/.exec(line) ?? [];
    if (name === 'data') data.push(value);
    else if (name === 'event') fields.event = value;
    else if (name === 'id' && !value.includes('\0')) fields.id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) state.retry = fields.retry = Number(value);
  }
}

/** Lines end with LF, CR, or both; a byte order mark at the beginning is none of them. */
async function* lines(pieces: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let begun: string[] = [];
  let endedWithCarriageReturn = false;
  for await (const piece of pieces) {
    // of a pair that was cut in two, the second half ends nothing
    const text = endedWithCarriageReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    endedWithCarriageReturn = piece.endsWith('\r');
    const [first = '', ...rest] = text.split(/\r\n|\n|\r/);
    begun.push(first);
    for (const part of rest) {
      yield begun.join('');
      begun = [part];
    }
  }
}

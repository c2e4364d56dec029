import { isOctetType } from '../../base/octet-types.ts';
import type { Evidence, Fact, OperationName, Subject } from '../evidence.ts';
import { eventEvidence, showsEvents } from '../event-streams.ts';
import { sendsBody } from './sample-directions.ts';
import type { Part } from './units.ts';

/** A sentence that says that what is sent is octets. */
const sentOctets =
  /\bbody\W{0,6}(?:\s(?:is|are|must be|should be|contains|consists of|of)\b)?[^.\n]{0,40}\b(?:raw|binary|bytes|octets)\b|\b(?:send|upload|put|post|pass|submit|transmit)\w*\b[^.\n]{0,40}\b(?:raw|binary)\b[^.\n]{0,30}\b(?:contents?|data|bytes|file|body)\b/i;

/** A sentence that says that what comes back is octets. */
const answeredOctets =
  /\b(?:returns?|respon(?:ds?|ses?)|downloads?|streams?|contains?)\b[^.\n]{0,60}\b(?:(?:raw|binary)\b[^.\n]{0,20}\b(?:contents?|data|bytes|files?|body|streams?)|bytes of|(?:file|byte|audio|video) stream)\b/i;

/** A sentence that names the media type of what comes back: ``Streams the sound as `audio/ogg` ``. */
const answeredType =
  /\b(?:returns?|streams?|(?:responds?|answers?|replies)\swith|gives\sback|downloads?|sends\sback)\b(?![^.\n]{0,80}\baccept\b)[^.\n]{0,80}?`?\b(?:application|audio|font|image|text|video)\/\w/i;

/** What a document of a kind is called. */
const documentOfKind = String.raw`(?:(pdf|png|jpe?g|gif|webp|zip|mp3|wav|mp4|csv|xml|html)\s(?:file|image|picture|document|archive|binary|thumbnail|audio|video|page)|(plain)[- ]text)\b`;

/** A sentence that says so of a document of a kind. */
const answeredFile = new RegExp(
  String.raw`\b(?:returns?|(?:response|answer|result)(?:\sbody)?\s(?:is|contains)|(?:responds?|answers|replies)\swith|gives\sback|downloads?)\b[^.\n]{0,30}\b${documentOfKind}`,
  'i',
);

/** The same of what is sent. */
const sentFile = new RegExp(
  String.raw`\bbody(?:\sof\sthe\srequest)?\s(?:is|must\sbe|should\sbe|contains)\b[^.\n]{0,30}\b${documentOfKind}|\b(?:takes?|accepts?|expects?|send|upload|post|put)\b[^.\n]{0,20}\b${documentOfKind}[^.\n]{0,20}\b(?:as|in)\sthe\s(?:request\s)?body\b`,
  'i',
);

/** Media types of which only what comes back can be: a stream of events, or of lines (WHATWG HTML, section 9.2). */
const streamed = /\b(?:text\/event-stream|application\/(?:x-ndjson|ndjson|jsonl|x-jsonlines|stream\+json))\b/i;

const typeOfKind: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  zip: 'application/zip',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  csv: 'text/csv',
  xml: 'application/xml',
  html: 'text/html',
  plain: 'text/plain',
};

/** What stands for octets, or leads to them. */
const otherForm = /\b(?:base-?64|urls?|links?|paths?|not|instead of|ids?)\b/i;

const mediaType = /\b(?:application|audio|font|image|text|video)\/[\w.*+-]{1,80}/g;

/** Texts that are no JSON, as media types. */
const isText = /^(?:text\/(?:csv|plain|xml|html|markdown|tab-separated-values)|application\/xml)$/i;

/** A label before a media type: `Content-Type:`, `Produces:`. */
const label = /\b(content[- ]type|produces|consumes|media type|response type)\b[*_`]{0,3}\s?[:=]/i;

/** Roles of parts that speak of what comes back, and of what is sent. */
const answerRoles: ReadonlySet<Part['role']> = new Set(['response']);
const sentRoles: ReadonlySet<Part['role']> = new Set(['body', 'request', 'parameters', 'header', 'other']);

/** A part of what is said of an operation, as far as it tells of contents. */
type ToldPart = Pick<Part, 'block' | 'role' | 'status'>;

/**
 * Bodies that are no JSON and that texts tell of, by a media type behind a label (`**Content-Type**: `image/png``) or in words (`Returns the raw
 * bytes of the file`, `The response is a PDF file`, `The body is plain text`), or code shows (a stream of events), of an operation of whose body, or success,
 * nothing else is told. Medium confidence. Gives no diagnostics.
 */
export function toldContents(
  parts: readonly ToldPart[],
  { operation, found }: { readonly operation: OperationName; readonly found: readonly Evidence[] },
): Evidence[] {
  const isSentKnown = found.some(({ subject }) => subject.kind === 'request');
  const isAnswerKnown = found.some(
    ({ subject, fact }) =>
      subject.kind === 'response' &&
      !/^[1345]/.test(subject.status ?? '') &&
      (subject.path.length > 0 || ofBody.has(fact.kind)),
  );
  return parts.flatMap((part): Evidence[] => {
    if (part.block.kind === 'code' && !isAnswerKnown && !isSent(part) && showsEvents(part.block))
      return eventEvidence(part.block, operation, part.status);
    if (part.block.kind !== 'prose' || part.block.text.length > 3000) return [];
    const { block, status } = part;
    return block.text.split(/(?<=[.!?])\s|\n/).flatMap((sentence) => {
      const told = toldOf(sentence, part, operation);
      if (!told || (told.side === 'request' ? isSentKnown : isAnswerKnown)) return [];
      const stated = status === undefined ? {} : { status };
      const subject: Subject = { kind: told.side, operation, path: [], ...(told.side === 'response' && stated) };
      const facts: Fact[] = [
        { kind: 'exists' },
        ...told.types.map((type) => ({ kind: 'mediaType', mediaType: type }) as const),
      ];
      return facts.map(
        (fact) => ({ subject, fact, location: block.location, method: 'prose', confidence: 'medium' }) as const,
      );
    });
  });
}

const ofBody: ReadonlySet<Fact['kind']> = new Set(['type', 'refers', 'sample'] as const);

function isSent({ role, status }: ToldPart): boolean {
  return role === 'body' || role === 'request' || role === 'aside' || (status !== undefined && !status.startsWith('2'));
}

/** Of which side a sentence says that it is octets, and of which media types. */
function toldOf(
  sentence: string,
  { role, status }: ToldPart,
  operation: OperationName,
): { readonly side: 'request' | 'response'; readonly types: readonly string[] } | undefined {
  if (status !== undefined && !status.startsWith('2')) return undefined;
  const named = [...new Set(sentence.match(mediaType) ?? [])];
  const types = named.filter((type) => isOctetType(type) || isText.test(type));
  const isAnswer = answerRoles.has(role);
  if (label.test(sentence) && types.length > 0) {
    const saysAnswer = isAnswer || /\bproduces\b|\brespon[sd]/i.test(sentence);
    if (saysAnswer) return { side: 'response', types };
    return sendsBody(operation) && sentRoles.has(role) ? { side: 'request', types } : undefined;
  }
  const stream = named.find((type) => streamed.test(type));
  if (stream !== undefined && (isAnswer || role === 'other') && !/\b(?:accept|body|send)\b/i.test(sentence))
    return { side: 'response', types: [stream] };
  if (otherForm.test(sentence)) return undefined;
  const unnamed = types.length > 0 ? types : ['application/octet-stream'];
  const file = kindIn(answeredFile, sentence);
  if (isAnswer || role === 'other') {
    const isSaid =
      answeredType.test(sentence) ||
      (isAnswer && /\bas\s`?(?:application|audio|font|image|text|video)\//i.test(sentence));
    if (types.length > 0 && isSaid) return { side: 'response', types };
    if (answeredOctets.test(sentence)) return { side: 'response', types: unnamed };
    const known = typeOfKind[file];
    if (known !== undefined) return { side: 'response', types: [known] };
  }
  const sentKind = sentRoles.has(role) && sendsBody(operation) ? typeOfKind[kindIn(sentFile, sentence)] : undefined;
  if (sentKind !== undefined) return { side: 'request', types: types.length > 0 ? types : [sentKind] };
  const isSent = sentRoles.has(role) && sendsBody(operation) && sentOctets.test(sentence);
  return isSent ? { side: 'request', types: unnamed } : undefined;
}

function kindIn(pattern: RegExp, sentence: string): string {
  const kinds = pattern.exec(sentence)?.slice(1) ?? [];
  return kinds.find((kind) => kind !== undefined)?.toLowerCase() ?? '';
}

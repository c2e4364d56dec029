import { isOctetType } from '../../base/octet-types.ts';
import type { Evidence, Fact, OperationName, Subject } from '../evidence.ts';
import { sendsBody } from './sample-directions.ts';
import type { Part } from './units.ts';

/** A sentence that says that what is sent is octets. */
const sentOctets =
  /\bbody\W{0,6}(?:\s(?:is|are|must be|should be|contains|consists of|of)\b)?[^.\n]{0,40}\b(?:raw|binary|bytes|octets)\b|\b(?:send|upload|put|post|pass|submit|transmit)\w*\b[^.\n]{0,40}\b(?:raw|binary)\b[^.\n]{0,30}\b(?:contents?|data|bytes|file|body)\b/i;

/** A sentence that says that what comes back is octets. */
const answeredOctets =
  /\b(?:returns?|respon(?:ds?|ses?)|downloads?|streams?|contains?)\b[^.\n]{0,60}\b(?:(?:raw|binary)\b[^.\n]{0,20}\b(?:contents?|data|bytes|files?|body|streams?)|bytes of|(?:file|byte|audio|video) stream)\b/i;

/** A sentence that says so of a document of a kind. */
const answeredFile =
  /\b(?:returns?|response body (?:is|contains)|responds? with|downloads?)\b[^.\n]{0,30}\b(pdf|png|jpe?g|gif|webp|zip|mp3|wav|mp4)\s(?:file|image|picture|document|archive|binary|thumbnail|audio|video)\b/i;

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
};

/** What stands for octets, or leads to them. */
const otherForm = /\b(?:base-?64|urls?|links?|paths?|not|instead of|ids?)\b/i;

const mediaType = /\b(?:application|audio|font|image|video)\/[\w.*+-]{1,80}/g;

/** A label before a media type: `Content-Type:`, `Produces:`. */
const label = /\b(content[- ]type|produces|consumes|media type|response type)\b[*_`]{0,3}\s?[:=]/i;

/** Roles of parts that speak of what comes back, and of what is sent. */
const answerRoles: ReadonlySet<Part['role']> = new Set(['response']);
const sentRoles: ReadonlySet<Part['role']> = new Set(['body', 'request', 'parameters', 'header', 'other']);

/**
 * Bodies of octets that texts tell of, by a media type behind a label (`**Content-Type**: `image/png``) or in words (`Returns the raw bytes of
 * the file`), of an operation of whose body, or success, nothing else is told. Medium confidence. Gives no diagnostics.
 */
export function octetBodies(
  parts: readonly Part[],
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

/** Of which side a sentence says that it is octets, and of which media types. */
function toldOf(
  sentence: string,
  { role, status }: Part,
  operation: OperationName,
): { readonly side: 'request' | 'response'; readonly types: readonly string[] } | undefined {
  if (status !== undefined && !status.startsWith('2')) return undefined;
  const types = [...new Set(sentence.match(mediaType) ?? [])].filter(isOctetType);
  const isAnswer = answerRoles.has(role);
  if (label.test(sentence) && types.length > 0) {
    const saysAnswer = isAnswer || /\bproduces\b|\brespon[sd]/i.test(sentence);
    if (saysAnswer) return { side: 'response', types };
    return sendsBody(operation) && sentRoles.has(role) ? { side: 'request', types } : undefined;
  }
  if (otherForm.test(sentence)) return undefined;
  const unnamed = types.length > 0 ? types : ['application/octet-stream'];
  const file = answeredFile.exec(sentence)?.[1]?.toLowerCase();
  if (isAnswer || role === 'other') {
    if (answeredOctets.test(sentence)) return { side: 'response', types: unnamed };
    const known = typeOfKind[file ?? ''];
    if (known !== undefined) return { side: 'response', types: [known] };
  }
  const isSent = sentRoles.has(role) && sendsBody(operation) && sentOctets.test(sentence);
  return isSent ? { side: 'request', types: unnamed } : undefined;
}

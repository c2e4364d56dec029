import type { Confidence, Evidence, Fact, SecurityFact, Subject } from '../evidence.ts';
import type { Frame } from './facts.ts';
import type { TextItem } from './items.ts';
import type { NamelessLayout } from './layout.ts';

/** The status of the response a page shows, and how it is known. */
export interface StatusFind {
  readonly status: string;
  /** Whether the number itself stands on the page. */
  readonly stated: boolean;
}

/** Reason phrases pages use as titles (RFC 9110, section 15.3). */
const reasonPhrases: Readonly<Record<string, string>> = { created: '201', accepted: '202', 'no content': '204' };

/** The status the sentences about the response name; 200 where none does. */
export function statusOf(texts: readonly TextItem[]): StatusFind {
  for (const { description } of texts) {
    const number = /^[1-5]\d\d(?!\d)/.exec(description?.text ?? '')?.[0];
    if (number !== undefined) return { status: number, stated: true };
  }
  for (const { description } of texts) {
    const phrase = (description?.text ?? '').toLowerCase().replace(/\.$/, '');
    if (Object.hasOwn(reasonPhrases, phrase)) return { status: reasonPhrases[phrase] ?? '200', stated: false };
  }
  return { status: '200', stated: false };
}

/** That the response exists, and its descriptions; where the number of the status is a guess, that too. */
export function responseFacts(
  layout: NamelessLayout,
  texts: readonly TextItem[],
  { stated }: StatusFind,
  frame: Frame,
): Evidence[] {
  if (!layout.response && texts.length === 0) return [];
  const { document, operation, status } = frame;
  const subject: Subject = { kind: 'response', operation, status, path: [] };
  const line = texts[0]?.line ?? layout.responseLine;
  const at = (place: number, fact: Fact, confidence: Confidence, method: Evidence['method'] = 'prose'): Evidence => {
    return { subject, fact, location: { document, line: place }, method, confidence };
  };
  const found = [at(line, { kind: 'exists' }, stated ? 'high' : 'medium')];
  for (const { description } of texts) {
    if (description && !/^\d{3}$/.test(description.text)) {
      found.push(at(description.line, { kind: 'description', text: description.text }, 'medium'));
    }
  }
  if (!stated) {
    const text = `the page does not show the number of this status; ${status} is the usual reading`;
    found.push(at(line, { kind: 'uncertain', text }, 'medium'));
  }
  if (layout.response) {
    const { response, responseLine } = layout;
    found.push(at(responseLine, { kind: 'mediaType', mediaType: 'application/json' }, 'high', 'sample'));
    found.push({
      ...at(responseLine, { kind: 'sample', data: response }, 'high', 'sample'),
      location: response.locate(''),
    });
  }
  return found;
}

/** Summary, description and scopes of the operation. */
export function operationFacts(layout: NamelessLayout, sentences: readonly TextItem[], document: string): Evidence[] {
  const { lead, about, operation } = layout;
  const subject: Subject = { kind: 'operation', operation };
  const [title, ...leadTexts] = lead.filter(({ text }) => !/^(?:get|put|post|patch|delete)\b/i.test(text));
  const isTitle = title !== undefined && title.text.length < 80 && !/[.:]$/.test(title.text);
  const own = sentences.map(({ line, description }) => ({ line, text: description?.text ?? '' }));
  const texts = [...(title === undefined || isTitle ? [] : [title]), ...leadTexts, ...about, ...own];
  const found: Evidence[] = [];
  const first = texts[0];
  if (title && isTitle) {
    const location = { document, line: title.line };
    found.push({
      subject,
      fact: { kind: 'summary', text: title.text },
      location,
      method: 'prose',
      confidence: 'medium',
    });
  } else if (first) {
    const text = (/^.*?[.!?](?=\s|$)/.exec(first.text)?.[0] ?? first.text).replace(/\.$/, '');
    const location = { document, line: first.line };
    found.push({ subject, fact: { kind: 'summary', text }, location, method: 'name', confidence: 'low' });
  }
  if (first) {
    const endLine = texts.at(-1)?.line ?? first.line;
    const location = { document, line: first.line, ...(endLine > first.line && { endLine }) };
    const fact: Fact = { kind: 'description', text: texts.map(({ text }) => text).join(' ') };
    found.push({ subject, fact, location, method: 'prose', confidence: 'high' });
  }
  return [...found, ...texts.flatMap(({ text, line }) => scopeFacts(text, { document, line }, subject))];
}

/** The scopes a sentence like "Required scopes: a:read, b:write." names. */
function scopeFacts(text: string, location: Evidence['location'], subject: Subject): Evidence[] {
  const start = text.search(/\bscopes?\b/i);
  const colon = start === -1 ? -1 : text.indexOf(':', start);
  const list = colon === -1 ? '' : text.slice(colon + 1).trimStart();
  if (list.includes('\n')) return [];
  const scopes = list.match(/[\w*][\w.:/*-]*[\w*]/g) ?? [];
  return scopes
    .filter((scope) => /[.:/_-]/.test(scope) || scopes.length === 1)
    .map((scope) => ({ subject, fact: { kind: 'scope', scope }, location, method: 'prose', confidence: 'high' }));
}

const flows: readonly (readonly [RegExp, string])[] = [
  [/authori[sz]ation[- ]code/i, 'authorizationCode'],
  [/client[- ]credentials/i, 'clientCredentials'],
  [/\bimplicit\b/i, 'implicit'],
  [/\bpassword (?:grant|flow)/i, 'password'],
];

/** What the sentences about authentication say: OAuth 2 with its flow (RFC 6749), or a scheme of HTTP. */
export function securityFacts(texts: readonly TextItem[], { document, operation }: Frame): Evidence[] {
  const subject: Subject = { kind: 'operation', operation };
  return texts.flatMap(({ description }) => {
    const text = description?.text ?? '';
    const location = { document, line: description?.line ?? 1 };
    return securityOf(text).map((security): Evidence => {
      return { subject, fact: { kind: 'security', security }, location, method: 'prose', confidence: 'high' };
    });
  });
}

function securityOf(text: string): SecurityFact[] {
  if (/\boauth/i.test(text)) {
    const flow = flows.find(([words]) => words.test(text))?.[1];
    return [{ type: 'oauth2', ...(flow !== undefined && { flow }) }];
  }
  if (/\bbearer\b/i.test(text)) return [{ type: 'http', scheme: 'bearer' }];
  return /\bbasic auth/i.test(text) ? [{ type: 'http', scheme: 'basic' }] : [];
}

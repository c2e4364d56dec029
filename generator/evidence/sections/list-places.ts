import type { FieldRow } from './field-row.ts';

interface PlaceRow {
  readonly pattern: RegExp;
  readonly place: NonNullable<FieldRow['place']>;
}

const sent = String.raw`\b(?:specified|passed|provided|given|sent|supplied|set|included)\s+(?:as|in|via|through|by|on)\s+(?:an?\s+|the\s+)?(?:part\s+of\s+the\s+)?`;

/** Sentences that say where the value they describe is sent. */
const rows: readonly PlaceRow[] = [
  { place: 'query', pattern: new RegExp(String.raw`${sent}(?:url\s+)?query(?:[ -]?string)?\b`, 'i') },
  { place: 'query', pattern: /(?:^|[,.;]\s)as a (?:url )?query(?:[ -]?string)? param(?:eter)?\b/i },
  { place: 'path', pattern: new RegExp(String.raw`${sent}(?:(?:url|uri|request)\s+)?path\b`, 'i') },
  { place: 'path', pattern: /(?:^|[,.;]\s)as (?:part of the (?:url )?path|a path param(?:eter)?)\b/i },
  { place: 'path', pattern: /\b(?:is|as|forms) (?:a )?part of the (?:request )?(?:url|uri|path)\b/i },
  { place: 'header', pattern: new RegExp(String.raw`${sent}(?:(?:http|request)\s+)?headers?\b`, 'i') },
  { place: 'body', pattern: new RegExp(String.raw`${sent}(?:(?:json|request|http|post)\s+)*(?:body|payload)\b`, 'i') },
];

/** Where a value is sent, as its description says in so many words (`specified as a query parameter`); undefined otherwise. */
export function statedPlace(description: string): FieldRow['place'] {
  return rows.find(({ pattern }) => pattern.test(description.replaceAll(/\s+/g, ' ')))?.place;
}

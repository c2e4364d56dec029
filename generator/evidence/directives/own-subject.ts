import type { OperationName, Subject } from '../evidence.ts';
import { propertySteps } from './signature.ts';

/** What a directive of the documents' own is about: as its `place` says, or else as the path and the method of the operation tell. */
export function ownSubject(name: string, place: string, operation: OperationName): Subject {
  const said = /\b(path|query|header|cookie|body|response)\b/i.exec(place.replaceAll(/[-_]/g, ' '))?.[1]?.toLowerCase();
  if (said === 'response') return { kind: 'response', operation, path: propertySteps(name) };
  if (said === 'body') return { kind: 'request', operation, path: propertySteps(name) };
  if (said === 'path' || said === 'query' || said === 'header' || said === 'cookie')
    return { kind: 'parameter', operation, location: said, name };
  if (operation.path.includes(`{${name}}`)) return { kind: 'parameter', operation, location: 'path', name };
  return /^(?:get|head|delete)$/.test(operation.method)
    ? { kind: 'parameter', operation, location: 'query', name }
    : { kind: 'request', operation, path: propertySteps(name) };
}

/** A default as its text means it: a number, a truth value, or the text without its marks. */
export function ownDefault(text: string): string | number | boolean {
  const plain = text.replaceAll('`', '').trim();
  if (/^(?:true|false)$/i.test(plain)) return plain.toLowerCase() === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : plain.replace(/^"(.*)"$/, '$1');
}

import type { Access } from './evidence.ts';

/** Who may send a property, by the words `read-only` and `write-only` (JSON Schema Validation, section 9.4); undefined for others. Gives no diagnostics. */
export function accessOf(words: string): Access | undefined {
  const verb = /^(read|write)[- ]?only$/i.exec(words)?.[1]?.toLowerCase();
  return verb === undefined ? undefined : verb === 'read' ? 'readOnly' : 'writeOnly';
}

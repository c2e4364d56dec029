import type { Section } from './outline.ts';

const generic =
  /\b(?:structures?|objects?|schemas?|models?|fields?|attributes?|properties|definition|reference|representation|parameters|params|resource|entity|response|body|payload|the|an?|json|formats?|details|overview|returned|of)\b/gi;

/** What a heading calls an object: its words without those that only say that it is one. Gives no diagnostics. */
export function entityTitle(heading: string): string {
  return (
    heading
      .replace(/\[\/[^\][]*\]$/, '')
      // `box resource type`
      .replace(/(?<=\S)\s(?:resource|object|entity|complex|data|enum(?:eration)?)\stype$/i, '')
      // `Box output attributes`
      .replace(/(?<=\S)\soutput\s(?=(?:attributes|fields|properties|parameters)$)/i, ' ')
      // `Type box`
      .replace(/^Type:?\s(?=[A-Za-z_]\w*$)/, '')
      // `Box (type)`
      .replace(/\s\((?:type|object|model|schema|structure)\)$/i, '')
      // `Box - What is sent`
      .replace(/^([A-Z]\w{1,60})\s[-–—]\s(?:[Aa]n?|[Tt]he)\s.*$/, '$1')
      .replaceAll(generic, ' ')
      .replaceAll(/[^\p{L}\p{N}_.-]+/gu, ' ')
      .trim()
  );
}

/**
 * What the heading of a section calls an object: the name in code that it begins with, before a dash (`` `Box` - A box ``) or beside
 * words that only say that it is an object (`` `models` object ``), the name that it says twice, else its words. Gives no diagnostics.
 */
export function sectionTitle({ title, codeName }: Pick<Section, 'title' | 'codeName'>): string {
  if (codeName !== undefined) {
    const behind = title.startsWith(codeName) ? title.slice(codeName.length) : '';
    const rest = title.replace(codeName, ' ');
    // the words of a name may be such as say no more
    if (/^\s[-–—]\s/.test(behind) || (title !== codeName && entityTitle(title) === '' && entityTitle(rest) === ''))
      return codeName;
    // nothing but a name of several words: `Available models`
    if (title === codeName && /^\S+\s(?:\S+\s)*models?$/i.test(title)) return codeName;
  }
  return namedTwice(title) ?? entityTitle(title);
}

/** The first of two names of which a heading consists that differ in their marks alone: `BoxV2 Box.v2`, `Box - Box`. */
function namedTwice(title: string): string | undefined {
  const [, first = '', again = ''] = /^([A-Za-z_]\w{2,100})\s(?:[-–—]\s)?(\S.{0,150})$/.exec(title) ?? [];
  return first !== '' && letters(first) === letters(again) ? first : undefined;
}

function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

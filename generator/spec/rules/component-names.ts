import { ownObject, setOwn, type JsonObject } from '../../base/json.ts';
import { joinPointer } from '../../base/pointer.ts';
import { trimmed } from '../../base/trim.ts';
import { createMoves, followMoves } from '../dialects/moves.ts';
import { shortDigest } from '../short-digest.ts';
import { visitObjects } from '../walk.ts';
import type { Rule } from './rule.ts';

/** OAS 3.1, section 4.8.7: all names in `components` match `^[a-zA-Z0-9.\-_]+$`. */
export const componentNamesRule: Rule = {
  says: 'The names of components consist of letters, digits, dots, hyphens and underscores.',
  apply(document) {
    const components = ownObject(document, 'components') ?? {};
    const moves = createMoves();
    let renamed = false;
    for (const [section, value] of Object.entries(components)) {
      const entries = section.startsWith('x-') ? undefined : ownObject(components, section);
      if (!entries || Object.keys(entries).every(isName)) continue;
      renamed = true;
      const names = newNames(Object.keys(entries));
      const result: JsonObject = {};
      for (const [name, part] of Object.entries(entries)) {
        const given = names.get(name) ?? name;
        setOwn(result, given, part);
        if (given !== name)
          moves.add(joinPointer('/components', section, name), joinPointer('/components', section, given));
      }
      if (value !== result) components[section] = result;
      if (section === 'securitySchemes') renameRequirements(document, names);
    }
    if (renamed) followMoves(document, moves);
  },
};

function isName(name: string): boolean {
  return /^[\w.-]+$/.test(name);
}

/**
 * What each name becomes. One that is allowed stays. Of others each run of other characters becomes an underscore; where
 * that makes the name of another one, both get a digest of what they were called, so that no name hangs on a count.
 */
function newNames(names: readonly string[]): Map<string, string> {
  const wanted = names.map((name) => (isName(name) ? name : spell(name)));
  const counts = new Map<string, number>();
  for (const name of wanted) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    names.map((name, index) => {
      const plain = wanted[index] ?? name;
      const isAlone = isName(name) || (counts.get(plain) === 1 && plain !== '_');
      return [name, isAlone ? plain : `${plain}${plain.endsWith('_') ? '' : '_'}${shortDigest(name)}`];
    }),
  );
}

/** `Page«Häuser»` → `Page_Hauser`. */
function spell(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}+/gu, '');
  const text = trimmed(plain.replaceAll(/[^\w.-]+/g, '_'), '_');
  return text === '' ? '_' : text;
}

/** Requirements name schemes by their bare names. */
function renameRequirements(document: JsonObject, names: ReadonlyMap<string, string>): void {
  visitObjects(document, 'securityRequirement', (requirement) => {
    for (const [name, scopes] of Object.entries(requirement)) {
      const given = names.get(name);
      if (given === undefined || given === name) continue;
      delete requirement[name];
      setOwn(requirement, given, scopes);
    }
  });
}

import { join } from 'node:path';
import { bench } from '../../scoreboard/places.ts';
import { bundledCode } from '../bundle-code.ts';
import type { Contestant } from './contestant.ts';

/** Which function of which module a person wrote for each type. */
const written: Readonly<Record<string, string>> = {
  CustomFieldEdit: 'partoo',
  Repository: 'github',
  IssueList: 'github',
  Standard: 'plain',
  Node: 'plain',
};

/** What a person writes for speed: the limit. It gives verdicts and no issues. */
export const hand: Contestant = {
  name: 'hand-written',
  packages: [],
  write({ payload }) {
    const name = payload.strict ? `isStrict${payload.type}` : `is${payload.type}`;
    const text = `export { ${name} as is } from './${written[payload.type] ?? ''}.ts';`;
    return bundledCode(text, join(bench, 'validators/hand'));
  },
};

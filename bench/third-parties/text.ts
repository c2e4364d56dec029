import type { Tally } from './judging.ts';

/** The scoreboard: how many calls and answers each third party judged as we do, and each that it did not. */
export function thirdPartiesText(tallies: readonly Tally[], untried: readonly string[]): string {
  const rows = tallies.map(({ description, judge, valid, invalid, failures }) => {
    const cells = [description.padEnd(28), judge.padEnd(28), String(valid).padStart(6), String(invalid).padStart(8)];
    return [...cells, String(failures.length).padStart(9)].join('');
  });
  const sum = (pick: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + pick(tally), 0);
  const failures = tallies.flatMap(({ description, judge, failures: lines }) =>
    lines.map((line) => `${description}, ${judge}: ${line}`),
  );
  return [
    'What third parties say of the calls of generated clients: npm run third-parties.',
    '',
    'The specs of this project and ten public descriptions, chosen by the digest of their names; the servers are given the',
    'documents themselves. Calls are drawn from the schemas; invalid ones are those with one thing changed that both the',
    "emitted validators and ajv refuse, or without a required parameter, or with a word for a number. The servers' own",
    '400, 422 and default responses are left out, or Prism would answer with them. The proxy is asked about answers.',
    '',
    `${'description'.padEnd(28)}${'third party'.padEnd(28)} valid invalid otherwise`,
    ...rows,
    '',
    `${sum(({ valid }) => valid)} valid, ${sum(({ invalid }) => invalid)} invalid, ${failures.length} judged otherwise:`,
    ...failures,
    '',
    `Operations of which no call was drawn: ${untried.length}`,
    ...untried,
    '',
  ].join('\n');
}

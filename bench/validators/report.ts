import type { ColdStart } from './cold.ts';
import type { Timing } from './rounds.ts';
import type { Size } from './size.ts';
import type { TypeCheck } from './types.ts';
import type { Mode } from './worker.ts';

/** One race of the run. */
export interface Race {
  readonly payload: string;
  readonly title: string;
  readonly mode: Mode;
  readonly timings: readonly Timing[];
}

/** All that the run measured. */
export interface Measured {
  readonly versions: readonly string[];
  readonly command: string;
  readonly races: readonly Race[];
  /** Contestants that take no part in a payload, with the reason. */
  readonly missing: readonly { readonly payload: string; readonly name: string; readonly reason: string }[];
  readonly cold: readonly ColdStart[];
  readonly sizes: readonly Size[];
  readonly typeChecks: readonly TypeCheck[];
}

const modes: Readonly<Record<Mode, string>> = {
  check: '',
  valid: 'Valid data, a verdict',
  parse: 'Valid data, the value as a result (safe parse)',
  verdict: 'Invalid data, a verdict',
  first: 'Invalid data, the first issue',
  all: 'Invalid data, all issues',
};

const columns = [
  'hand-written',
  'ajv',
  'ajv standalone',
  'ata-validator',
  'typebox',
  'typia',
  'schemasafe',
  'arktype',
  'zod',
  'valibot',
];
const short: Readonly<Record<string, string>> = {
  'hand-written': 'by hand',
  'ajv standalone': 'ajv ahead',
  'ata-validator': 'ata',
};

/** The committed text: every figure as a ratio to specloom's, beside its own nanoseconds. */
export function reportText(measured: Measured): string {
  const parts = (Object.keys(modes) as Mode[]).flatMap((mode) =>
    modeText(
      mode,
      measured.races.filter((race) => race.mode === mode),
    ),
  );
  return [
    ...preface,
    '',
    `Command: ${measured.command}`,
    ...measured.versions,
    '',
    ...parts,
    ...missingText(measured.missing),
    ...coldText(measured.cold),
    ...sizeText(measured.sizes),
    ...typeText(measured.typeChecks),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

const preface = [
  'How fast and how large the validators are, against others and against code written by hand.',
  '',
  'Each contestant runs in a process of its own and is checked before it is timed: it has to accept every valid value and',
  'refuse every invalid one. Then all run short turns in rounds, each round beginning with another one. What counts is the',
  "processor time of the process, the engine's own threads included. Figures are medians; a ratio is the median over the",
  "rounds of a contestant's time by specloom's in the same round: above 1, specloom is faster. The values of a loop are parsed",
  'from JSON, several of one shape; the invalid ones have one fault each, of different kinds and at different depths.',
  'JSON Schema contestants get the normalized spec without references, `format` and annotations; zod, valibot, arktype and typia',
  'get the same as code, with a name for each component. specloom, ajv, ata, schemasafe and the code by hand count characters',
  'as JSON Schema does, by code points; typia, zod, valibot and arktype count UTF-16 code units. zod and valibot make a new value,',
  'without the keys that the schema does not name; the others answer about the value they are given.',
];

function modeText(mode: Mode, races: readonly Race[]): string[] {
  if (races.length === 0) return [];
  const names = columns.filter((name) =>
    races.some(({ timings }) => timings.some((timing) => timing.name === name && 'ratio' in timing)),
  );
  const head = ['', 'specloom ns', ...names.map((name) => short[name] ?? name), 'fastest other'];
  const rows = races.map(({ title, timings }) => {
    const ratios = names.map((name) => ratioOf(timings, name));
    const others = names.filter((name) => name !== 'hand-written').map((name) => ratioOf(timings, name));
    return [title, nanoseconds(timings), ...ratios.map(ratioText), ratioText(smallest(others))];
  });
  return [modes[mode], ...table([head, ...rows]), ''];
}

function nanoseconds(timings: readonly Timing[]): string {
  const own = timings.find(({ name }) => name === 'specloom');
  if (!own || !('median' in own)) return '-';
  const digits = own.median < 100 ? 1 : 0;
  return `${own.median.toFixed(digits)} (${own.low.toFixed(digits)}-${own.high.toFixed(digits)})`;
}

function ratioOf(timings: readonly Timing[], name: string): number | undefined {
  const timing = timings.find((one) => one.name === name);
  return timing && 'ratio' in timing ? timing.ratio : undefined;
}

function ratioText(ratio: number | undefined): string {
  if (ratio === undefined) return '-';
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0);
}

function smallest(ratios: readonly (number | undefined)[]): number | undefined {
  const known = ratios.filter((ratio) => ratio !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function missingText(missing: Measured['missing']): string[] {
  if (missing.length === 0) return [];
  return ['Not taking part', ...missing.map(({ payload, name, reason }) => `  ${name}, ${payload}: ${reason}`), ''];
}

function coldText(cold: readonly ColdStart[]): string[] {
  if (cold.length === 0) return [];
  const rows = cold.map(({ payload, name, whole, inside, bytes }) => {
    const own = cold.find((one) => one.payload === payload && one.name === 'specloom');
    return [
      payload,
      name,
      whole.toFixed(1),
      inside.toFixed(2),
      ratioText(inside / (own?.inside ?? Number.NaN)),
      String(bytes),
    ];
  });
  const head = ['', '', 'whole process ms', 'import to verdict ms', 'ratio', 'bytes'];
  return [
    'Cold start: a new process imports the bundled module and validates one value',
    ...table([head, ...rows]),
    '',
  ];
}

function sizeText(found: readonly Size[]): string[] {
  if (found.length === 0) return [];
  const rows = found.map(({ payload, name, minified, gzip }) => [payload, name, String(minified), String(gzip)]);
  return ['Size: bundled and minified by esbuild, gzip -9', ...table([['', '', 'minified', 'gzip'], ...rows]), ''];
}

function typeText(checks: readonly TypeCheck[]): string[] {
  if (checks.length === 0) return [];
  const rows = checks.map(({ name, seconds }, index) => {
    const base = checks[index - (index % 2)]?.seconds ?? Number.NaN;
    return [name, seconds.toFixed(2), (seconds / base).toFixed(2)];
  });
  return [
    "GitHub's whole description under TypeScript 7, seconds of processor time",
    ...table([['', 'seconds', 'ratio'], ...rows]),
    '',
  ];
}

/** Lines of equal columns, the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        Number.isNaN(Number.parseFloat(cell)) && column < 2
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

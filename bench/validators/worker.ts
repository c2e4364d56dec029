import { readFileSync } from 'node:fs';

// One contestant on one payload in one mode, alone in its process, so that what others do to the engine's feedback does not
// matter. Built to plain JavaScript before it runs; speaks by messages: told how long, it answers with nanoseconds per call.

/** How a contestant is called, and on which values. */
export type Mode = 'check' | 'valid' | 'parse' | 'verdict' | 'first' | 'all';

/** What the parent says: `slice` to run for about so many milliseconds. */
export interface Order {
  readonly slice: number;
}

/** What the worker says: whether it passed the check, then a figure for each order. */
export type Answer = { readonly ready: true } | { readonly fault: string } | { readonly nanoseconds: number };

interface Faces {
  readonly prepare?: (mode: Mode) => void;
  readonly is: (value: unknown) => unknown;
  readonly first?: (value: unknown) => unknown;
  readonly all?: (value: unknown) => readonly unknown[];
}

interface Samples {
  readonly valid: readonly unknown[];
  readonly invalid: readonly unknown[];
}

/** What is wrong with a contestant's answers, if anything is. */
function fault({ is, first, all }: Faces, { valid, invalid }: Samples): string | undefined {
  for (const [index, value] of valid.entries()) {
    if (!is(value) || first?.(value) !== undefined || (all?.(value).length ?? 0) > 0)
      return `refuses valid value ${index}`;
  }
  for (const [index, value] of invalid.entries()) {
    if (is(value)) return `accepts invalid value ${index}`;
    if (first && !first(value)) return `no issue for invalid value ${index}`;
    if (all && all(value).length === 0) return `no issues for invalid value ${index}`;
  }
  return undefined;
}

let sink = 0;

/** One call per round of the loop; what comes of it is counted, so that it cannot be left out. */
function run(call: (value: unknown) => unknown, samples: readonly unknown[], count: number): void {
  const mask = samples.length - 1;
  let told = 0;
  for (let index = 0; index < count; index += 1) if (call(samples[index & mask])) told += 1;
  sink += told;
}

/** Nanoseconds of processor time of this process so far, the engine's own threads included: others' load does not count. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

/** Runs for about so many milliseconds and returns nanoseconds per call. */
function slice(
  call: (value: unknown) => unknown,
  samples: readonly unknown[],
  milliseconds: number,
  step: number,
): number {
  const start = spent();
  const end = start + milliseconds * 1e6;
  let calls = 0;
  let now = start;
  while (now < end) {
    run(call, samples, step);
    calls += step;
    now = spent();
  }
  return (now - start) / calls;
}

function say(answer: Answer): void {
  process.send?.(answer);
}

async function main(): Promise<void> {
  const [, , module = '', data = '', wanted = 'valid', warmUp = '300'] = process.argv;
  const mode = wanted as Mode;
  const samples = JSON.parse(readFileSync(data, 'utf8')) as Samples;
  const faces = (await import(module)) as Faces;
  faces.prepare?.(mode);
  // in a process of its own, since what is measured must not have seen other values before
  if (mode === 'check') {
    const wrong = fault(faces, samples);
    return say(wrong === undefined ? { ready: true } : { fault: wrong });
  }
  // a safe parse is one without options, which would tell all issues
  const calls = {
    valid: faces.is,
    parse: faces.all ?? faces.first,
    verdict: faces.is,
    first: faces.first,
    all: faces.all,
  };
  const call = calls[mode];
  if (!call) return say({ fault: 'tells no issues' });
  const values = mode === 'valid' || mode === 'parse' ? samples.valid : samples.invalid;
  // calls between two looks at the clock: about a millisecond's worth, reckoned again once the code is warm
  let step = values.length;
  for (const part of [0.2, 0.4, 0.4]) {
    const pace = slice(call, values, Number(warmUp) * part, step);
    step = Math.max(1, Math.ceil(1e6 / pace / values.length)) * values.length;
  }
  process.on('message', ({ slice: milliseconds }: Order) =>
    say({ nanoseconds: slice(call, values, milliseconds, step) }),
  );
  process.on('disconnect', () => process.exit(sink < 0 ? 1 : 0));
  say({ ready: true });
}

main().catch((error: unknown) => say({ fault: String(error) }));

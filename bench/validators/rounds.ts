import { fork, type ChildProcess } from 'node:child_process';
import type { Answer, Mode } from './worker.ts';

/** A contestant that is ready to be measured. */
export interface Entrant {
  readonly name: string;
  readonly module: string;
}

/** Nanoseconds per call over the rounds, or why there are none. */
export type Timing =
  | {
      readonly name: string;
      readonly median: number;
      readonly low: number;
      readonly high: number;
      /** How many times the first contestant's time of the same round, the median. */
      readonly ratio: number;
    }
  | { readonly name: string; readonly fault: string };

/** How long to measure. */
export interface Schedule {
  readonly rounds: number;
  /** Milliseconds of one turn. */
  readonly slice: number;
  /** Milliseconds of running before the first turn. */
  readonly warmUp: number;
}

/** What the workers are given. */
export interface Course {
  readonly worker: string;
  /** The file with the values. */
  readonly data: string;
  readonly mode: Mode;
}

/**
 * Measures contestants against each other: each in a process of its own, started and warmed one by one, then short turns
 * in rounds, each round beginning with another contestant, so that a slow moment of the machine hits all alike.
 */
export async function race(entrants: readonly Entrant[], course: Course, schedule: Schedule): Promise<Timing[]> {
  const started: { readonly name: string; readonly child: ChildProcess; readonly answer: Answer }[] = [];
  for (const { name, module } of entrants) {
    const child = start(module, course, schedule);
    started.push({ name, child, answer: await nextAnswer(child) });
  }
  const running = started.filter(({ answer }) => 'ready' in answer);
  const figures = new Map<string, number[]>(running.map(({ name }) => [name, []]));
  for (let round = 0; round < schedule.rounds; round += 1) {
    for (let turn = 0; turn < running.length; turn += 1) {
      const one = running[(round + turn) % running.length];
      if (!one) continue;
      const answer = nextAnswer(one.child);
      one.child.send({ slice: schedule.slice });
      const got = await answer;
      if ('nanoseconds' in got) figures.get(one.name)?.push(got.nanoseconds);
    }
  }
  for (const { child } of started) if (child.connected) child.disconnect();
  const base = figures.get(entrants[0]?.name ?? '') ?? [];
  return started.map(({ name, answer }) => {
    if ('fault' in answer) return { name, fault: answer.fault };
    const own = figures.get(name) ?? [];
    const ratios = own.map((figure, round) => figure / (base[round] ?? Number.NaN));
    return { name, ...spread(own), ratio: spread(ratios).median };
  });
}

/** What is wrong with a contestant's answers to the values of a file; undefined where all are right. */
export async function wrongAnswer(module: string, course: Omit<Course, 'mode'>): Promise<string | undefined> {
  const child = start(module, { ...course, mode: 'check' }, { warmUp: 0 });
  const answer = await nextAnswer(child);
  if (child.connected) child.disconnect();
  return 'fault' in answer ? answer.fault : undefined;
}

function start(module: string, { worker, data, mode }: Course, { warmUp }: Pick<Schedule, 'warmUp'>): ChildProcess {
  return fork(worker, [module, data, mode, String(warmUp)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** The middle of some figures, and the middle of the half below and above. */
export function spread(figures: readonly number[]): {
  readonly median: number;
  readonly low: number;
  readonly high: number;
} {
  const sorted = figures.toSorted((left, right) => left - right);
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

function nextAnswer(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve) => {
    const done = (answer: Answer): void => {
      child.off('message', hear);
      child.off('exit', gone);
      resolve(answer);
    };
    const hear = (message: unknown): void => done(message as Answer);
    const gone = (code: number | null): void => done({ fault: `ended with ${String(code)}` });
    child.on('message', hear);
    child.on('exit', gone);
  });
}

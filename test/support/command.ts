import { Writable } from 'node:stream';
import { runCli } from '../../generator/cli.ts';

/** What a run of the command line left behind. */
export interface CommandRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, in the folder `cwd`. */
export async function command(
  cwd: string,
  argv: readonly string[],
  options: { readonly env?: Record<string, string>; readonly isTTY?: boolean } = {},
): Promise<CommandRun> {
  const stdout = memoryStream();
  const stderr = memoryStream();
  const { env = {}, isTTY = false } = options;
  const status = await runCli(argv, { cwd, stdout: stdout.stream, stderr: stderr.stream, env, isTTY });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

function memoryStream(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

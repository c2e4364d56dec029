import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { material } from '../scoreboard/places.ts';
import type { Operation } from './truth.ts';

/** What is lost of a page: its names and types, the space between them, or nothing but its form. */
export type Level = 'bare' | 'glued' | 'names';

const tool = join(material, 'tools/render-text.mjs');
let runs = 0;

/** Whether the tool that renders pages is there. */
export function canRender(): boolean {
  return existsSync(tool);
}

/**
 * The text of a page for an operation, or undefined where the tool fails. It is a command line: each import is another run,
 * which reads the arguments and prints.
 */
export async function renderText(spec: string, { method, path }: Operation, level: Level): Promise<string | undefined> {
  const { argv } = process;
  const { log } = console;
  const lines: string[] = [];
  process.argv = [argv[0] ?? '', tool, spec, `${method.toUpperCase()} ${path}`, '--level', level];
  console.log = (text: string) => void lines.push(text);
  runs += 1;
  try {
    await import(`${pathToFileURL(tool).href}?run=${runs}`);
  } catch {
    return undefined;
  } finally {
    process.argv = argv;
    console.log = log;
  }
  return lines.join('\n');
}

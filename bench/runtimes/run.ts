import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scoreboard/places.ts';
import { playAll } from './play.ts';
import { runtimesText } from './text.ts';

// What generated packages do in each engine: `npm run runtimes`, after `npm install --ignore-scripts --prefix bench/runtimes`.
// Writes test/scoreboards/runtimes.txt where all engines are here, and prints it.

const { reports, absent } = await playAll();
const text = runtimesText(reports, absent);
if (absent.length === 0) writeFileSync(join(root, 'test/scoreboards/runtimes.txt'), text);
console.log(text);

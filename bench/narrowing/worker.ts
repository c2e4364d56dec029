import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, tools } from './tools.ts';

// Runs every tool on every document of a list: `worker.ts <list.json>`. A process of its own, for some tools end theirs
// or never come back; what was begun is marked, so that the next process goes on behind it.

/** A document, and the folder for what is made of it. */
interface Job {
  readonly document: string;
  readonly folder: string;
}

const jobs = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Job[];
for (const { document, folder } of jobs) {
  for (const tool of tools) {
    const mark = join(folder, `${tool.name}.txt`);
    if (existsSync(mark)) continue;
    writeFileSync(mark, 'ended the process or took too long\n');
    try {
      await tool.run(document, emptyFolder(join(folder, tool.name)));
      writeFileSync(mark, 'done\n');
    } catch (error) {
      writeFileSync(mark, `${String(error).split('\n')[0] ?? ''}\n`);
    }
    process.stdout.write(`\n@next ${tool.name} ${document}\n`);
  }
}
process.stdout.write('\n@end\n');
process.exit(0);

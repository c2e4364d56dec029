// The Markdown that Scalar makes of a description: scalar.mjs DESCRIPTION FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { createMarkdownFromOpenApi } from '@scalar/openapi-to-markdown';

const [, , description, folder] = process.argv;
writeFileSync(`${folder}/index.md`, await createMarkdownFromOpenApi(JSON.parse(readFileSync(description, 'utf8'))));

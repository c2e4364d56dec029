// The collection that Bruno makes of a description: bruno.cjs DESCRIPTION FOLDER
const { readFileSync, writeFileSync } = require('node:fs');
const { openApiToBruno } = require('@usebruno/converters');

const [, , description, folder] = process.argv;
Promise.resolve(openApiToBruno(JSON.parse(readFileSync(description, 'utf8')))).then((collection) =>
  writeFileSync(`${folder}/collection.json`, JSON.stringify(collection, undefined, 2)),
);

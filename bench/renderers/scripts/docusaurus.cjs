// The pages that the plugin of Docusaurus writes of a description, without a site around it: docusaurus.cjs DESCRIPTION FOLDER
const plugin = require('docusaurus-plugin-openapi-docs').default;

const [, , description, folder] = process.argv;
let write;
const command = new Proxy({}, { get: (_, name) => (name === 'action' ? keep : () => command) });
function keep(action) {
  write ??= action;
  return command;
}
const context = {
  siteDir: folder,
  generatedFilesDir: folder,
  siteConfig: { presets: [['classic', { docs: { path: 'docs' } }]], plugins: [], themeConfig: {} },
};
const config = { api: { specPath: description, outputDir: '.' } };
process.chdir(folder);
plugin(context, { id: 'api', docsPluginId: 'classic', config }).extendCli(command);
Promise.resolve(write('all', { opts: () => ({}) })).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

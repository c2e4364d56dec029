/** What became of the checks in one engine; `failure` where it gave no report. */
export interface EngineReport {
  readonly name: string;
  readonly version: string;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly failure?: string;
}

/** The scoreboard: engines and how many of the checks pass in each, the checks, and what was not as expected. */
export function runtimesText(reports: readonly EngineReport[], absent: readonly string[]): string {
  const checks = [...new Set(reports.flatMap(({ outcomes }) => Object.keys(outcomes)))];
  const rows = reports.map(({ name, version, outcomes }) => {
    const passed = Object.values(outcomes).filter((outcome) => outcome === 'ok').length;
    return `${name.padEnd(26)}${version.padEnd(18)}${String(passed).padStart(3)} of ${checks.length}`;
  });
  const faults = reports.flatMap(({ name, outcomes, failure }) => [
    ...(failure === undefined ? [] : [`${name}: ${failure}`]),
    ...Object.entries(outcomes).flatMap(([check, outcome]) =>
      outcome === 'ok' ? [] : [`${name}: ${check}: ${outcome}`],
    ),
  ]);
  return [
    'What generated packages do in each engine: npm run runtimes.',
    '',
    'Partoo and a small API with streams, files, forms and a webhook, against a server that misbehaves, on this machine. The',
    'engines are packages of bench/runtimes; workerd, the engine of Cloudflare workers, runs one module made by esbuild. With',
    '"sources", src/*.ts is loaded as it is, without a build. Browsers: test/browser.test.ts.',
    '',
    ...rows,
    '',
    'The checks:',
    ...checks.map((check) => `- ${check}`),
    '',
    `Not as expected: ${faults.length}`,
    ...faults,
    ...(absent.length > 0 ? [`Not installed: ${absent.join(', ')}`] : []),
    '',
  ].join('\n');
}

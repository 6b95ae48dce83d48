import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readTemplates, type Template } from './bicep.ts';
import { azureText, sampleSettings } from './settings.ts';

/** What main.bicep is not handed, for its default is right for everybody: the place of the resource group. */
const LEFT_TO_DEFAULT = ['location'];

interface Setting {
  readonly param: string;
  readonly name: string;
  /** Where the setting is not set; `null` where it has to be. */
  readonly fallback: string | null;
}

let main: Template | undefined;
let mainText: string;
let settings: readonly Setting[];
let workflow: string;
let steps: string;
let toolkit: string;
beforeAll(async () => {
  main = (await readTemplates()).find(({ name }) => name === 'main.bicep');
  mainText = await azureText('main.bicep');
  settings = settingsIn(await azureText('main.bicepparam'));
  workflow = await readFile(new URL('../../.github/workflows/ship.yml', import.meta.url), 'utf8');
  steps = await azureText('bring.sh');
  toolkit = await azureText('m365agents.yml');
});

/** Which setting each parameter is taken from. */
function settingsIn(text: string): readonly Setting[] {
  const read = /^param (\w+) = .*readEnvironmentVariable\('(\w+)'(?:, '(.*?)')?\).*$/gm;
  return [...text.matchAll(read)].map(([, param = '', name = '', fallback]) => ({
    param,
    name,
    fallback: fallback ?? null,
  }));
}

/** The job of the workflow, as it is written. */
function job(name: string): string {
  return new RegExp(`^  ${name}:\\n(?:(?:    .*)?\\n)+`, 'm').exec(workflow)?.[0] ?? '';
}

describe('every way of deploying', () => {
  it('AZ7 hands over every parameter, from a setting that the sample has, with the default of the template', async () => {
    const params = (main?.params ?? []).map(({ name }) => name).filter((name) => !LEFT_TO_DEFAULT.includes(name));
    expect(settings.map(({ param }) => param)).toEqual(params);
    const sample = await sampleSettings();
    expect(settings.filter(({ name }) => !sample.has(name))).toEqual([]);
    for (const { param, name, fallback } of settings.filter((one) => one.fallback !== null)) {
      const ofTemplate = new RegExp(`^param ${param} \\w+ = (.*)$`, 'm').exec(mainText)?.[1];
      expect([param, fallback]).toEqual([param, ofTemplate?.replaceAll("'", '')]);
      expect([param, sample.get(name)]).toEqual([param, fallback]);
    }
  });

  it('AZ7 by hand, says which setting is missing before it begins', () => {
    const needed = /^deploy\(\) \{\n {2}need (.*)$/m.exec(steps)?.[1]?.split(' ') ?? [];
    const without = settings.filter(({ fallback }) => fallback === null).map(({ name }) => name);
    expect(without.filter((name) => !needed.includes(name))).toEqual([]);
    // What has a default of its own that is not nothing must not come as nothing.
    const emptied = /for name in ([A-Z_ ]+); do\n {4}if \[ -z/.exec(steps)?.[1]?.split(' ');
    expect(emptied).toEqual(settings.filter(({ fallback }) => (fallback ?? '') !== '').map(({ name }) => name));
  });

  it('AZ7 from GitHub, passes every setting that is not found out on the way, and compiles with those that have no default', () => {
    const foundOut = ['REGISTRY_NAME', 'IMAGE'];
    const passed = settings.filter(({ name }) => !foundOut.includes(name));
    expect(passed.filter(({ name }) => !job('deploy').includes(`      ${name}: \${{ vars.${name} }}\n`))).toEqual([]);
    const made = settings.filter(({ fallback }) => fallback === null);
    expect(made.filter(({ name }) => !job('templates').includes(`      ${name}: `))).toEqual([]);
  });

  it('AZ7 goes through the same steps', () => {
    const run = (text: string) => [...text.matchAll(/bring\.sh (\w+)$/gm)].map(([, step]) => step);
    expect(run(job('deploy'))).toEqual(['image', 'deploy']);
    expect(run(toolkit)).toEqual(['register', 'image', 'deploy', 'manifest']);
    expect(`${workflow}${toolkit}`).not.toMatch(/az deployment|arm\/deploy/);
    // An empty setting stops the toolkit where a step names it.
    expect(new Set(toolkit.match(/\$\{\{\w+\}\}/g))).toEqual(new Set(['${{TEAMSFX_ENV}}']));
  });

  it('AZ7 by hand, is told with every step in its order, and every provider that the subscription has to know', async () => {
    const page = await azureText('README.md');
    const told = [...page.matchAll(/^infra\/azure\/bring\.sh (\w+) \$FILE$/gm)].map(([, step]) => step);
    expect(told).toEqual(['register', 'image', 'budget', 'deploy', 'manifest']);
    const types = (await readTemplates()).flatMap(({ resources }) => resources.map(({ type }) => type.split('/')[0]));
    const used = new Set(types.map((type) => type?.replace('Microsoft.', '')));
    // Every subscription knows this one.
    used.delete('Authorization');
    const named = /^for provider in (.*); do$/m.exec(page)?.[1]?.split(' ');
    expect(named).toEqual([...used].toSorted());
  });

  it('AZ7 from GitHub, deploys from main alone, one after the other, when somebody asks for it', () => {
    expect(job('deploy')).toContain(
      "if: github.event_name == 'workflow_dispatch' && inputs.deploy && github.ref == 'refs/heads/main'\n",
    );
    expect(job('deploy')).toMatch(/environment: production\n(?:.*\n)? {4}concurrency: production\n/);
    expect(job('deploy')).toContain('needs: [audit, prove, templates]');
  });

  it('AZ7 can be repeated in another month: only the budget, which is deployed once, asks what day it is', async () => {
    const again = ['main.bicep', 'registry.bicep', ...(main?.modules ?? []).map(({ path }) => path)];
    for (const name of again) {
      const text = await azureText(name);
      expect([name, text.includes('utcNow'), text.includes('Microsoft.Consumption')]).toEqual([name, false, false]);
    }
    expect(await azureText('budget.bicep')).toContain('utcNow');
  });

  it('AZ7 binds a host name without a certificate until there is one', async () => {
    const text = await azureText('service.bicep');
    const [, condition, without = '', otherwise = ''] =
      /^var domain = (.*)\n {2}\? \{([^}]*)\}\n {2}: \{([^}]*)\}/m.exec(text) ?? [];
    expect(condition).toBe("certificateId == ''");
    expect(without).toContain("bindingType: 'Disabled'");
    expect(without).not.toContain('certificateId');
    expect(otherwise).toContain("bindingType: 'SniEnabled'");
    expect(otherwise).toContain('certificateId: certificateId');
    expect(text).toContain('customDomains: hasOwnName ? [domain] : []');
    expect(text.match(/SniEnabled/g)).toHaveLength(1);
  });

  it('AZ7 takes a restored account in place of its own, with all that lies in it', async () => {
    const text = await azureText('store.bicep');
    expect(text).toMatch(/^resource ownAccount .* = if \(restoredAccount == ''\) \{$/m);
    // All else goes by the account of that name, whichever it is.
    expect(text.match(/\bownAccount\b/g)).toHaveLength(2);
    expect(text).toContain('dependsOn: [ownAccount]');
  });
});

import type { Language } from '@plumbline/shared/kernel/languages';
import type { Program } from '../src/host/abilities.ts';
import { iconOf, ICON_SIZES, pageOf, type AddinSource } from './addin-source.ts';

/** The names of programs in manifests: as a host of the add-in, and as a host of its commands. */
const PROGRAMS = {
  powerpoint: { host: 'Presentation' },
  word: { host: 'Document' },
} as const satisfies Record<Program, { readonly host: string }>;

/** What these manifests call the language that is not theirs by default. */
const GERMAN = 'de-DE';

/**
 * The add-in-only manifest of one program: older builds and the Mac take no other. It asks for no set of functions, since
 * an Office that lacks one would hide the add-in without a word; the pane says what is missing.
 */
export function addinManifest(program: Program, source: AddinSource): string {
  const { host } = PROGRAMS[program];
  const { en, de } = source.words;
  const page = pageOf(source);
  const icon = (size: number) => iconOf(source, size);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"' +
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
      ' xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0"' +
      ' xsi:type="TaskPaneApp">',
    `  <Id>${escaped(source.ids[program])}</Id>`,
    `  <Version>${escaped(source.version)}.0</Version>`,
    `  <ProviderName>${escaped(source.provider)}</ProviderName>`,
    '  <DefaultLocale>en-US</DefaultLocale>',
    `  <DisplayName DefaultValue="${escaped(source.name)}"/>`,
    `  <Description DefaultValue="${escaped(en.description)}">`,
    `    <Override Locale="${GERMAN}" Value="${escaped(de.description)}"/>`,
    '  </Description>',
    `  <IconUrl DefaultValue="${escaped(icon(32))}"/>`,
    `  <HighResolutionIconUrl DefaultValue="${escaped(icon(80))}"/>`,
    `  <SupportUrl DefaultValue="${escaped(page)}"/>`,
    '  <AppDomains>',
    `    <AppDomain>${escaped(source.origin)}</AppDomain>`,
    '  </AppDomains>',
    '  <Hosts>',
    `    <Host Name="${host}"/>`,
    '  </Hosts>',
    '  <DefaultSettings>',
    `    <SourceLocation DefaultValue="${escaped(page)}"/>`,
    '  </DefaultSettings>',
    '  <Permissions>ReadWriteDocument</Permissions>',
    '  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides"' +
      ' xsi:type="VersionOverridesV1_0">',
    '    <Hosts>',
    `      <Host xsi:type="${host}">`,
    '        <DesktopFormFactor>',
    '          <ExtensionPoint xsi:type="PrimaryCommandSurface">',
    '            <OfficeTab id="TabHome">',
    '              <Group id="Plumbline.Group">',
    '                <Label resid="Group.Label"/>',
    ...iconsOf('                '),
    '                <Control xsi:type="Button" id="Plumbline.Open">',
    '                  <Label resid="Button.Label"/>',
    '                  <Supertip>',
    '                    <Title resid="Button.Label"/>',
    '                    <Description resid="Button.Tip"/>',
    '                  </Supertip>',
    ...iconsOf('                  '),
    '                  <Action xsi:type="ShowTaskpane">',
    '                    <TaskpaneId>Plumbline</TaskpaneId>',
    '                    <SourceLocation resid="Pane.Url"/>',
    '                  </Action>',
    '                </Control>',
    '              </Group>',
    '            </OfficeTab>',
    '          </ExtensionPoint>',
    '        </DesktopFormFactor>',
    '      </Host>',
    '    </Hosts>',
    '    <Resources>',
    '      <bt:Images>',
    ...ICON_SIZES.map((size) => `        <bt:Image id="Icon.${String(size)}" DefaultValue="${escaped(icon(size))}"/>`),
    '      </bt:Images>',
    '      <bt:Urls>',
    `        <bt:Url id="Pane.Url" DefaultValue="${escaped(page)}"/>`,
    '      </bt:Urls>',
    '      <bt:ShortStrings>',
    `        <bt:String id="Group.Label" DefaultValue="${escaped(source.name)}"/>`,
    ...stringOf('Button.Label', { en: en.button.label, de: de.button.label }),
    '      </bt:ShortStrings>',
    '      <bt:LongStrings>',
    ...stringOf('Button.Tip', { en: en.button.tip, de: de.button.tip }),
    '      </bt:LongStrings>',
    '    </Resources>',
    '    <WebApplicationInfo>',
    `      <Id>${escaped(source.api.clientId)}</Id>`,
    `      <Resource>${escaped(source.api.resource)}</Resource>`,
    '      <Scopes>',
    '        <Scope>openid</Scope>',
    '        <Scope>profile</Scope>',
    '      </Scopes>',
    '    </WebApplicationInfo>',
    '  </VersionOverrides>',
    '</OfficeApp>',
  ];
  return `${lines.join('\n')}\n`;
}

function stringOf(id: string, { en, de }: Readonly<Record<Language, string>>): readonly string[] {
  return [
    `        <bt:String id="${id}" DefaultValue="${escaped(en)}">`,
    `          <bt:Override Locale="${GERMAN}" Value="${escaped(de)}"/>`,
    '        </bt:String>',
  ];
}

function iconsOf(indent: string): readonly string[] {
  return [
    `${indent}<Icon>`,
    ...ICON_SIZES.map((size) => `${indent}  <bt:Image size="${String(size)}" resid="Icon.${String(size)}"/>`),
    `${indent}</Icon>`,
  ];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

import { access, type Relation } from '@plumbline/shared/application/access';
import { NOBODY } from '@plumbline/shared/application/admitted';
import { operations, type OperationName } from '@plumbline/shared/contract/operations';
import { ROLES } from '@plumbline/shared/domain/team/team';

/** What somebody can be besides a member, and how the page says that it is needed. */
const ALSO = [
  ['facilitates', 'with the controls'],
  ['invited', 'when asked'],
  ['owns', 'what is theirs'],
] as const;

const COLUMNS: readonly (readonly [name: string, relation: Relation])[] = [
  ...ROLES.map((role) => [role, { ...NOBODY, role }] as const),
  ['asked beside the team', { ...NOBODY, participates: true }],
  ['administrator of the organisation', { ...NOBODY, administers: true }],
  ['anybody else of the organisation', NOBODY],
];

/** The access table as a page, made by asking every rule about everybody. */
export function accessPage(): string {
  const names = (Object.keys(operations) as OperationName[]).toSorted();
  const head = ['what', 'operation', ...COLUMNS.map(([name]) => name)];
  const rows = names.map((name) => [
    operations[name].summary,
    `\`${name}\``,
    ...COLUMNS.map(([, relation]) => cellOf(name, relation)),
  ]);
  return [
    '# Who may do what',
    '',
    'Made from the access table of the code by `npm run pictures -- access`; a test holds this page to it. Somebody outside a team is',
    'told that a thing is not there, and so is everybody of another organisation; a member who may not is told so. What is shown to',
    'whom of what may be seen is told by [SPEC.md](../shared/SPEC.md).',
    '',
    ...tableOf([head, ...rows]),
    '',
  ].join('\n');
}

/** Whether somebody may, and what it takes besides. */
function cellOf(name: OperationName, relation: Relation): string {
  const may = access[name];
  if (may(relation)) return 'yes';
  if (relation.role === null) return '';
  return ALSO.flatMap(([key, words]) => (may({ ...relation, [key]: true }) ? [words] : [])).join(' or ');
}

/** Rows as a table in which columns stand below each other. */
function tableOf(rows: readonly (readonly string[])[]): readonly string[] {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)];
}

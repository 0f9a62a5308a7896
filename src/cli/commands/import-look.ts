import type { FoundName } from '../../shared/contract/found-names'
import type { HostParams } from '../../shared/contract/host-methods'
import type { PreflightReport } from '../../shared/contract/preflight'
import { DictumError } from '../../shared/domain/result'
import { EXIT } from '../command'
import type { Io } from '../io'
import { columns, counted } from '../lay-out'
import { offsetsLine } from '../offsets-line'
import { withProject } from '../project-engine'
import { snakeKeys } from '../snake-keys'

/** `dictum import --dry-run`: says what an import would bring in, and stores nothing. Returns the exit status. */
export async function lookFirst(
  io: Io,
  project: string,
  request: HostParams<'import.preflight'>,
  json: boolean,
): Promise<number> {
  const job = await withProject(io, project, undefined, (engine) => engine.job('import.preflight', request))
  if (job.kind !== 'preflight' || !job.report) throw new DictumError('internal', 'The look ended without a report.')
  const { report } = job
  io.out(json ? `${JSON.stringify(snakeKeys(report))}\n` : readable(report))
  return report.failed > 0 || report.changed > 0 || report.cancelled ? EXIT.findings : EXIT.done
}

function readable(report: PreflightReport): string {
  const head = report.cancelled ? 'Cancelled. This is what was seen before that; nothing was stored.\n' : ''
  const rows: [string, number][] = [
    ['would come in', report.articles],
    ['already there', report.inProject],
    ['of these with annotations', report.annotatedThere],
    ['twice among them', report.twice],
    ['changed since', report.changed],
    ['spans', report.spans],
    ['relations', report.relations],
    ['with a warning', report.warnings],
    ['cannot be read', report.failed],
    ['of other kinds', report.passedOver],
  ]
  const formats = report.formats.map(({ format, files }): [string, number] => [format, files])
  const encodings = report.encodings.map(({ encoding, articles }): [string, number] => [encoding, articles])
  const told = report.items.filter(({ outcome }) => outcome !== 'duplicate')
  return [
    `${head}${counted(report.files, 'file')}, ${report.bytes.toLocaleString('en')} bytes; nothing was stored\n`,
    columns(rows.filter(([name, n]) => n > 0 || name === 'would come in')),
    offsetsLine(report.offset_unit),
    formats.length > 0 ? `Formats, in files\n${columns(formats)}` : '',
    encodings.length > 0 ? `Encodings, in articles\n${columns(encodings)}` : '',
    namesOf(report.names),
    unlisted(report.namesUnlisted),
    report.map_warnings.map(({ code, message }) => `${message} [${code}]\n`).join(''),
    told.map(({ path, message, code }) => `${path}: ${message} [${code}]\n`).join(''),
  ].join('')
}

/** What is not plainly known to the project; the rest needs no look. */
function namesOf(names: readonly FoundName[]): string {
  const lines = names
    .filter(({ becomes, as, name }) => becomes !== 'known' || as !== name)
    .map((found) => `  ${found.kind} ${pathOf(found)} (${found.count}) ${becoming(found)}\n`)
  return lines.length === 0 ? '' : `Names in annotated files\n${lines.join('')}`
}

const unlisted = (count: number): string =>
  count === 0
    ? ''
    : `  and ${counted(count, 'span or link', 'spans and links')} with other names: so many that they may be words of the texts\n`

const pathOf = ({ label, attribute, name }: FoundName): string =>
  [label, attribute, name].filter((part) => part !== null).join(' › ')

function becoming({ becomes, as }: FoundName): string {
  if (becomes === 'known') return `becomes ${as}`
  if (becomes === 'new') return `will be added as ${as}`
  return becomes === 'left_out' ? 'is left out' : 'cannot be a name; map it to another'
}

import type { ConcordanceSource } from '../../shared/contract/concordance-methods'
import type { ParsedParams } from '../../shared/contract/methods'
import type { WindowMethods, WindowReply } from '../../shared/contract/window-methods'
import type { ArticleFilter } from '../../shared/domain/corpus/article-filter'
import { DictumError } from '../../shared/domain/result'
import { parseSearch } from '../../shared/domain/search/search-query'
import { type Concordance, createConcordance } from '../concordance/concordance'
import {
  type ArticleHits,
  hitsOfQuery,
  hitsOfSpans,
  type Passes,
  SPANS_OF_ENTITY,
  SPANS_OF_LABEL,
} from '../concordance/find-hits'
import { openSnapshot } from '../project/database'
import { articleIds } from '../search/article-query'
import type { Project } from '../store/project'
import { findEntity } from '../store/rows/entity-rows'
import { requireLabel } from '../store/rules/span-rules'
import { createSql, type Sql } from '../store/sql'
import { labelTitle, quoted } from '../store/wording'
import type { Session } from './session'

/** A concordance that is found in this time is answered whole, in its order. */
const FIRST_MS = 60
const TELL_EVERY_MS = 150

/** The concordance of a session; a new one takes the place of the last. */
export interface Concordances {
  start(wanted: ParsedParams<WindowMethods, 'concordance.start'>): Promise<WindowReply<'concordance.start'>>
  stop(concordanceId: string): boolean
  /** Throws not_found. */
  require(concordanceId: string): Concordance
}

export function createConcordances(session: Session): Concordances {
  let current: { readonly project: Project; readonly concordance: Concordance } | null = null
  let ended: Promise<unknown> = Promise.resolve()
  // its connection must be gone before the project is
  session.leaving.add(() => {
    current?.concordance.stop()
    return ended
  })

  const require = (concordanceId: string): Concordance => {
    const project = session.require()
    if (current?.project === project && current.concordance.id === concordanceId) return current.concordance
    throw new DictumError('not_found', 'This concordance is not there any more. Look for the words again.')
  }

  return {
    require,
    start: async ({ source, filter, sort }) => {
      const project = session.require()
      const { name, hits } = finder(project, source)
      const passes = filter === null ? isShown(project.sql) : isInList(project, filter)
      current?.concordance.stop()
      // a connection of its own: it reads the corpus in one go, as it stands now, while others write
      const snapshot = createSql(openSnapshot(project.path))
      const concordance = createConcordance({
        id: project.clock.uid(),
        name,
        sql: project.sql,
        found: hits(snapshot, passes),
        goOn: () => session.current === project,
        end: () => snapshot.db.close(),
      })
      current = { project, concordance }
      const tell = () => session.emit({ type: 'concordance', concordance: concordance.state() })
      const run = concordance.run()
      ended = Promise.all([ended, run])
      const inTime = await Promise.race([
        run.then(() => true),
        new Promise<false>((resolve) => setTimeout(resolve, FIRST_MS, false)),
      ])
      if (inTime) await concordance.sort(sort, [])
      else {
        const telling = setInterval(tell, TELL_EVERY_MS)
        void run.then(() => {
          clearInterval(telling)
          tell()
        })
      }
      return concordance.state()
    },
    stop: (concordanceId) => {
      const isIt = current?.concordance.id === concordanceId
      if (isIt) current?.concordance.stop()
      return isIt
    },
  }
}

interface Finder {
  readonly name: string
  readonly hits: (snapshot: Sql, passes: Passes) => Generator<ArticleHits>
}

/** Throws bad_request for a query that cannot be read, not_found for a label or an entity that is not there. */
function finder(project: Project, source: ConcordanceSource): Finder {
  if (source.kind === 'query') {
    const read = parseSearch(source.query)
    if (!read.ok) throw new DictumError('bad_request', read.error.message)
    const node = read.value
    if (node === null) throw new DictumError('bad_request', 'Write the words to look for.')
    const { inLabel } = source
    if (inLabel !== null) requireLabel(project.labelSet, inLabel)
    return {
      name: quoted(source.query),
      hits: (snapshot, passes) => hitsOfQuery(snapshot, node, inLabel, passes),
    }
  }
  if (source.kind === 'label') {
    requireLabel(project.labelSet, source.labelId)
    return {
      name: labelTitle(project.labelSet, source.labelId),
      hits: (snapshot, passes) => hitsOfSpans(snapshot, SPANS_OF_LABEL, source.labelId, passes),
    }
  }
  const entity = findEntity(project.sql, source.entityUid)
  if (entity === null) throw new DictumError('not_found', 'This entity is not in the project any more.')
  return {
    name: entity.name,
    hits: (snapshot, passes) => hitsOfSpans(snapshot, SPANS_OF_ENTITY, source.entityUid, passes),
  }
}

function isInList(project: Project, filter: ArticleFilter): Passes {
  const ids = new Set(articleIds(project, filter, { sort: 'imported', seed: 0 }))
  return (articleId) => ids.has(articleId)
}

const isShown =
  (sql: Sql): Passes =>
  (articleId) =>
    sql.get(`SELECT 1 FROM article WHERE id = ? AND shelf = 'shown'`, articleId) !== undefined

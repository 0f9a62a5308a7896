import type { CONCORDANCE_METHODS } from '../../shared/contract/concordance-methods'
import { suggestHits } from '../concordance/suggest-hits'
import { linesAsText } from '../concordance/write-lines'
import type { Concordances } from './concordances'
import type { Handlers } from './handler-table'
import type { Session } from './session'
import { startSuggesting } from './start-suggesting'

/** What a window may ask about the concordance. */
export const concordanceHandlers = (
  session: Session,
  concordances: Concordances,
): Handlers<typeof CONCORDANCE_METHODS> => ({
  'concordance.start': (wanted) => concordances.start(wanted),
  'concordance.stop': ({ concordanceId }) => ({ stopped: concordances.stop(concordanceId) }),
  'concordance.rows': ({ concordanceId, from, count, context }) =>
    concordances.require(concordanceId).rows(from, count, context),
  'concordance.sort': async ({ concordanceId, sort, chosen }) => {
    const concordance = concordances.require(concordanceId)
    const moved = await concordance.sort(sort, chosen)
    return { state: concordance.state(), chosen: moved }
  },
  'concordance.words': ({ concordanceId, most }) => concordances.require(concordanceId).words(most),
  'concordance.text': async ({ concordanceId, chosen, context }) => ({
    text: await linesAsText(concordances.require(concordanceId), chosen, context),
  }),
  'concordance.suggest': ({ concordanceId, labelId, chosen }) => {
    const [project, author] = [session.require(), session.annotator]
    const concordance = concordances.require(concordanceId)
    const wanted = { name: concordance.name, labelId, hits: concordance.chosen(chosen) }
    return { jobId: startSuggesting(session, (control) => suggestHits(project, author, wanted, control)) }
  },
})

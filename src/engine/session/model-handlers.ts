import type { MODEL_HOST_METHODS } from '../../shared/contract/model-methods'
import { preAnnotate } from '../models/pre-annotate'
import { openSnapshot } from '../project/database'
import type { Handlers } from './handler-table'
import type { Session } from './session'
import { startSuggesting } from './start-suggesting'

export function modelHostHandlers(session: Session): Handlers<typeof MODEL_HOST_METHODS> {
  return {
    'model.run': (run) => {
      const [project, author] = [session.require(), session.annotator]
      session.jobs.requireFree('suggest')
      // gestures are made while the program works
      const snapshot = openSnapshot(project.path)
      try {
        return {
          jobId: startSuggesting(session, (control) => preAnnotate(project, snapshot, author, run, control)),
        }
      } catch (error) {
        snapshot.close()
        throw error
      }
    },
  }
}

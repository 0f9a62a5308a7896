import { z } from 'zod'
import { type Model, ModelSchema } from '../shared/contract/model-methods'
import { DictumError } from '../shared/domain/result'
import { readJson, writeJson } from './json-file'

const MOST_MODELS = 100

/** The programs that may be asked for annotations. They are kept apart from the settings, which the window may change by itself. */
export interface Models {
  /** By name. */
  list(): Model[]
  /** Adds one, or puts it in the place of another. Throws bad_request where its name is taken, or if it cannot be stored. */
  save(model: Model, replaces: string | null): Model[]
  remove(name: string): Model[]
  /** Throws not_found. */
  require(name: string): Model
}

/** Those in the file at `path`. */
export function openModels(path: string): Models {
  let models = readJson(path, z.array(ModelSchema)) ?? []
  const keep = (changed: Model[]): Model[] => {
    const sorted = changed.sort((a, b) => a.name.localeCompare(b.name, 'en'))
    writeJson(path, sorted)
    models = sorted
    return models
  }
  return {
    list: () => models,
    save(model, replaces) {
      const others = models.filter(({ name }) => name !== replaces)
      if (others.some(({ name }) => name === model.name)) {
        throw new DictumError('bad_request', `There is a program named “${model.name}” already. Choose another name.`)
      }
      if (others.length >= MOST_MODELS) {
        throw new DictumError('bad_request', `More than ${MOST_MODELS} programs cannot be kept. Delete one first.`)
      }
      return keep([...others, model])
    },
    remove: (gone) => keep(models.filter(({ name }) => name !== gone)),
    require(wanted) {
      const model = models.find(({ name }) => name === wanted)
      if (model) return model
      throw new DictumError('not_found', `There is no program named “${wanted}” any more.`)
    },
  }
}

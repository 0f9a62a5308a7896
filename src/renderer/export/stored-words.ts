import type { StoredDivision } from '../../shared/contract/export-methods'
import { formatCount } from '../ui/format'

/** “80,10,10 seed 7: train 80, validation 10, test 10” */
export const storedWords = ({ name, splits }: StoredDivision): string =>
  `${name}: ${splits.map((split) => `${split.name} ${formatCount(split.articles)}`).join(', ')}`

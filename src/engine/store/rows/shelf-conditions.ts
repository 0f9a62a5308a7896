/** On a row of `article`: it counts in statistics, suggestions and exports. */
export const IS_COUNTED = "article.shelf IN ('shown', 'hidden')"

/** On rows that have an `article_id`: their article counts. The few that do not are found by an index. */
export const OF_COUNTED_ARTICLE =
  "article_id NOT IN (SELECT id FROM article WHERE shelf IN ('archived', 'trash', 'superseded'))"

/** The same for what is in the list only. */
export const OF_SHOWN_ARTICLE =
  "article_id NOT IN (SELECT id FROM article WHERE shelf IN ('hidden', 'archived', 'trash', 'superseded'))"

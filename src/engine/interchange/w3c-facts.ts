/**
 * What the body of an annotation of a whole text is marked by, in a Web Annotation file of ours: an object of JSON with all that
 * the project knows of the article.
 */
export const W3C_FACTS = 'dictum-article/1'
export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

import { asList } from '../values.ts';
import type { Rule } from './types.ts';

/** 2.2.14: competitors and "no competitor" exclude each other. */
export const competitors: Rule = {
  name: 'competitors',
  objects: ['opportunity'],
  judge: (values, _context, report) => {
    if (values.tagNoCompetitor === true && asList(values.tagCompetitors).some((name) => name.trim() !== '')) {
      report('COMPETITOR_CONTRADICTION', 'ERROR', 'tagNoCompetitor', {}, '2.2.14');
    }
  },
};

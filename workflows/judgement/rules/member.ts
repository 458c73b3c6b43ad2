import { tagOf } from '../../../objects/taxonomy/facts.ts';
import { quarterOf } from '../../rules/quarter.ts';
import { isFilled } from '../filled.ts';
import { asList, asText } from '../values.ts';
import type { Rule } from './types.ts';

/** 6.3.1: every member who is a user has an agreement; what a file is checked by says nothing of it. */
export const agreementInForce: Rule = {
  name: 'agreement-in-force',
  objects: ['tagMember'],
  judge: ({ agreementState, workspaceMember }, _context, report) => {
    const state = asText(agreementState);
    if (state === '' || state === 'VALID' || state === 'EXPIRING' || asText(workspaceMember) === '') return;
    report('AGREEMENT_MISSING', 'WARNING', 'agreementState', { state });
  },
};

const PERIOD = /^\d{4}Q[1-4]$/;

/** 2.4.5, 4.1.10: targets are of a quarter, and of the present one. */
export const targetPeriod: Rule = {
  name: 'target-period',
  objects: ['tagMember'],
  judge: (values, context, report) => {
    const period = asText(values.targetPeriod);
    if (!period) return;
    if (!PERIOD.test(period)) report('PERIOD_FORMAT', 'ERROR', 'targetPeriod', { value: period });
    else if (period < quarterOf(context.today)) {
      report(
        'TARGET_PERIOD_STALE',
        'WARNING',
        'targetPeriod',
        { value: period, now: quarterOf(context.today) },
        '4.1.10',
      );
    }
  },
};

const REVIEWER_SKILLS = tagOf('tagMember', 'reviewerSkills');

/** 4.3.2: whoever reviews knows selling and data analysis, and it is noted by what. */
export const reviewerQualified: Rule = {
  name: 'reviewer-qualified',
  objects: ['tagMember'],
  judge: ({ duties, reviewerSkills }, _context, report) => {
    if (!asList(duties).includes('REVIEWER') || isFilled(REVIEWER_SKILLS, reviewerSkills)) return;
    report('REVIEWER_SKILLS_MISSING', 'WARNING', 'reviewerSkills');
  },
};

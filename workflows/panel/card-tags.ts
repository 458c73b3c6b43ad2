import { type TagFacts, tagOf } from '../../objects/taxonomy/facts.ts';
import type { CardSection } from './card.ts';

/** The tags of each part of the card, in the order they are read. */
export const CARD_TAGS: Readonly<Record<CardSection, readonly TagFacts[]>> = {
  CUSTOMER: [
    'tagCustomerType',
    'tagIndustry',
    'tagIndustrySegment',
    'tagCompanySize',
    'tagRegion',
    'contactName',
    'contactTitle',
    'tagPurchaseIntent',
    'tagStrategy',
  ].map((name) => tagOf('company', name)),
  NEEDS: [
    'tagProductNeeds',
    'tagServiceNeeds',
    'tagServiceNeedsNote',
    'tagSpecialNeeds',
    'tagBudgetMin',
    'tagBudgetMax',
    'tagDecisionCycleDays',
  ].map((name) => tagOf('company', name)),
  COMPETITION: ['tagCompetitors', 'tagNoCompetitor', 'tagAdvantageKinds', 'tagAdvantage', 'tagDisadvantage'].map(
    (name) => tagOf('opportunity', name),
  ),
  HISTORY: [
    'tagFirstCooperationDate',
    'tagCooperationCount',
    'tagPurchasedProducts',
    'tagTransactionAmount',
    'tagAnnualPurchase',
  ].map((name) => tagOf('company', name)),
  CREDIT: [
    'rating',
    'ratedAt',
    'previousRating',
    'isOverdueNow',
    'hasOverdue',
    'overdueCount',
    'longestOverdueDays',
    'lastOverdueOn',
  ].map((name) => tagOf('tagCredit', name)),
};

import { tagOf } from '../../objects/taxonomy/index.ts';
import type { Tag } from '../../objects/taxonomy/types.ts';
import type { CardSection } from './card.ts';

/** The tags of each part of the card, in the order they are read. */
export const CARD_TAGS: Readonly<Record<CardSection, readonly Tag[]>> = {
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

import type { Language } from '../../../objects/taxonomy/index.ts';
import type { MergeAnswer } from '../../../workflows/panel/duplicates.ts';
import type { Diary } from './diary.ts';
import { objectCounts } from './labels.ts';

const TWICE = 'c0ffee00-0000-4000-8000-000000000021';
const DEAL = 'c0ffee00-0000-4000-8000-000000000022';

/** A customer that was entered twice becomes one, of which nothing is lost (5.2.7). */
export const merged = async (diary: Diary, customer: string, language: Language): Promise<void> => {
  diary.chapter('Two records of one customer');
  await diary.goTo('2026-10-22T16:30:00+08:00');
  await diary.create('lin', 'company', {
    id: TWICE,
    name: '常州恒力传感科技 有限公司',
    accountOwnerId: diary.userId('lin'),
    tagCustomerType: 'SME',
    tagIndustry: 'C',
    tagRegion: 'JIANGSU',
  });
  await diary.create('lin', 'opportunity', {
    id: DEAL,
    name: '恒力传感产线数据采集项目',
    companyId: TWICE,
    ownerId: diary.userId('lin'),
    tagSource: 'TRADE_FAIR',
    tagStage: 'PROSPECT',
  });
  diary.tell(
    'Lin enters a customer that Zhao has, spelt otherwise: both are told',
    ['5.2.7'],
    [diary.standing('company', TWICE)],
  );

  const answer = await diary.ask<MergeAnswer>('chen', 'merge', { object: 'company', keepId: customer, loseId: TWICE });
  const moved = Object.fromEntries(answer.moved.map(({ key, count }) => [key, count]));
  const told = diary.find('tagLog', (row) => row.companyId === customer && row.kind === 'MERGED');
  diary.tell(
    `Chen merges them from the panel: what belonged to Lin’s goes along (${objectCounts(moved, language)}), the tags that Zhao’s lacked are filled, and it is judged once`,
    ['5.2.7'],
    [
      diary.standing('company', customer, 'tagCustomerType', 'tagRegion'),
      diary.standing('opportunity', DEAL),
      ...told.map((row) => diary.log(row)),
    ],
  );
};

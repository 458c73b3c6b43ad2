import { creditRatings } from './picklists.ts';
import type { Tag } from './types.ts';
import { entriesOf, words } from './types.ts';

const tag = entriesOf('tagCredit');

/** The credit record (2.1.23, 2.1.24): sensitive, one a customer. */
export const creditTags: readonly Tag[] = [
  tag(
    'name',
    'TEXT',
    'RECORD',
    'CREDIT',
    words('Credit record', '信用记录', '信用記錄'),
    words('Name of the customer, filled in by the application', '客户名称，由系统填写', '客戶名稱，由系統填寫'),
    ['2.1.23'],
    { icon: 'IconShieldCheck' },
  ),
  tag(
    'company',
    'MANY_TO_ONE',
    'RECORD',
    'CREDIT',
    words('Customer', '客户', '客戶'),
    words('The customer this credit record is of', '此信用记录所属的客户', '此信用記錄所屬的客戶'),
    ['2.1.23'],
    {
      relation: { target: 'company', inverse: 'tagCredits', onDelete: 'CASCADE' },
      icon: 'IconBuildingSkyscraper',
    },
  ),
  tag(
    'rating',
    'SELECT',
    'TAG',
    'CREDIT',
    words('Credit rating', '信用评级', '信用評級'),
    words(
      'By credit standing and payment record, AAA to D',
      '根据客户的信用状况、付款记录等因素进行的信用等级评定',
      '根據客戶的信用狀況、付款記錄等因素進行的信用等級評定',
    ),
    ['2.1.23'],
    { options: creditRatings, required: [{ from: 'NEGOTIATION' }], sensitive: true, icon: 'IconShieldCheck' },
  ),
  tag(
    'ratedAt',
    'DATE',
    'SUPPORT',
    'CREDIT',
    words('Rated on', '评级日期', '評級日期'),
    words('Date of the rating', '信用评级的日期', '信用評級的日期'),
    ['2.1.23'],
    { sensitive: true, past: true, icon: 'IconCalendar' },
  ),
  tag(
    'previousRating',
    'SELECT',
    'DERIVED',
    'CREDIT',
    words('Prior rating', '前次信用评级', '前次信用評級'),
    words('The rating before the present one', '当前评级之前的评级', '目前評級之前的評級'),
    ['2.1.23'],
    { options: creditRatings, writer: 'APPLICATION', sensitive: true, icon: 'IconShieldDown' },
  ),
  tag(
    'judgedRating',
    'SELECT',
    'DERIVED',
    'CREDIT',
    words('Rating last judged', '上次判定评级', '上次判定評級'),
    words(
      'The rating the application last saw, so that a drop is noticed',
      '系统上次判定时的评级，用于发现评级下调',
      '系統上次判定時的評級，用於發現評級下調',
    ),
    ['2.1.23'],
    { options: creditRatings, writer: 'APPLICATION', sensitive: true, hidden: true, icon: 'IconShieldSearch' },
  ),
  tag(
    'hasOverdue',
    'BOOLEAN',
    'TAG',
    'CREDIT',
    words('Ever overdue', '逾期记录', '逾期記錄'),
    words('Whether payments were overdue', '客户是否存在逾期付款情况', '客戶是否存在逾期付款情況'),
    ['2.1.24'],
    {
      required: [{ from: 'NEGOTIATION' }],
      sensitive: true,
      icon: 'IconAlertTriangle',
      aliases: ['Overdue payments', '是否逾期', 'Has overdue', '是否存在逾期'],
    },
  ),
  tag(
    'overdueCount',
    'INTEGER',
    'TAG',
    'CREDIT',
    words('Times overdue', '逾期次数', '逾期次數'),
    words('How often payments were overdue', '逾期付款的次数', '逾期付款的次數'),
    ['2.1.24'],
    { sensitive: true, icon: 'IconHash', aliases: ['Overdue count'] },
  ),
  tag(
    'longestOverdueDays',
    'INTEGER',
    'TAG',
    'CREDIT',
    words('Overdue days', '最长逾期天数', '最長逾期天數'),
    words('Longest single overdue in days', '最长一次逾期的天数', '最長一次逾期的天數'),
    ['2.1.24', 'A15'],
    {
      sensitive: true,
      icon: 'IconHourglass',
      aliases: ['Longest overdue (days)', '逾期时长', '逾期時長', '逾期天数', '逾期天數', 'Longest overdue days'],
    },
  ),
];

import type { Language } from '../../../objects/taxonomy/types.ts';
import { showDate } from '../dates.ts';
import type { Say } from '../words.ts';

interface Due {
  readonly dueDate: string;
  readonly workingDaysLeft: number;
  readonly isOverdue: boolean;
}

/** How long there is still time, or since when there is none, in working days. */
export const timeLeft = ({ dueDate, workingDaysLeft, isOverdue }: Due, language: Language, say: Say): string => {
  const date = showDate(dueDate, language);
  if (isOverdue) {
    const days = -workingDaysLeft;
    if (days <= 0) return say('overdueSince', { date });
    return days === 1 ? say('overdueDay', { date }) : say('overdue', { days, date });
  }
  if (workingDaysLeft <= 0) return say('dueToday');
  return workingDaysLeft === 1 ? say('dayLeft', { date }) : say('daysLeft', { days: workingDaysLeft, date });
};

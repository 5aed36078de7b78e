import { z } from 'zod';

/** `GET /api/notifications` */
export const notificationsResponse = z.strictObject({
  notifications: z.array(
    z
      .strictObject({
        id: z.int(),
        subject: z.string().meta({ description: 'What it is about: a case, a programme' }),
        kind: z.string(),
        words: z.strictObject({ zh: z.string(), en: z.string() }),
        at: z.string(),
        read: z.boolean(),
      })
      .meta({ id: 'Notification' }),
  ),
  unread: z.int(),
});
export type NotificationsResponse = z.infer<typeof notificationsResponse>;

/** `POST /api/notifications/read` */
export const readNotificationsRequest = z
  .strictObject({ upTo: z.int().min(1).meta({ description: 'Id of the last one that was seen' }) })
  .meta({ id: 'ReadNotificationsRequest' });

export const readNotificationsResponse = z.strictObject({ read: z.int() });

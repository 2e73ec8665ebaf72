import { Watch, type ReadersJob } from './readers/watch.ts'
import { answerJobs } from './worker.ts'

const readers = new Watch()

/** The process of the live readers. Whoever starts it types it as a worker for these jobs. */
answerJobs((job) => readers.do(job as ReadersJob))

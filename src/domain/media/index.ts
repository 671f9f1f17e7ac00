export { acts as mediaActs } from './acts.ts'
export { dataKinds as mediaData } from './data-kinds.ts'
export { type Rendition, rendition } from './drawn-later.ts'
export { exportedMedia, exportedPortraits } from './exported.ts'
export { inBucket } from './keeping/in-bucket.ts'
export { bytesOf, isKeptName, keepBytes, type MediaStore } from './keeping/media-store.ts'
export { onDisk } from './keeping/on-disk.ts'
export { type DrawPicture, fileNames, type KeptPicture, keepPicture } from './media.ts'
export { migrations as mediaMigrations } from './migrations.ts'
export {
  FORMS as PICTURE_FORMS,
  type Form as PictureForm,
  LARGEST_BYTES as LARGEST_PICTURE_BYTES,
  MOST_PIXELS,
  originalName,
  type Picture,
  type PictureFile,
  type PictureFiles,
  type PictureId,
  type PictureType,
  pictureFiles,
  renditionName,
  widthsOf,
} from './picture.ts'
export { add as addPicture, byHash as pictureByHash, byId as pictureById, type PictureTables } from './pictures.ts'
export { keepPictures, policy as mediaPolicy } from './policy.ts'
export { LARGEST_PORTRAIT_BYTES } from './portraits/portrait.ts'
export {
  forgetPortrait,
  forgetPortraits,
  hidePortrait,
  keepDrawnPortrait,
  keepPortrait,
  portraitName,
  portraitOf,
  showPortrait,
} from './portraits/portraits.ts'
export { drawRenditions } from './renditions.ts'
export { describeAtFirst, describePicture, removePicture } from './shelf/describing.ts'
export { soughtIn } from './shelf/picture-words.ts'
export { countLacking, onShelf, type ShelvedPicture, saidIn, withWords } from './shelf/shelf.ts'
export { forgetPictureFiles, settleLeftBehind } from './under-way.ts'

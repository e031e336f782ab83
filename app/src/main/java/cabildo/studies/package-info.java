/// The opening study: institutions' answers beside citizens', from the plan to the verdict.
///
/// Tables: `studies.study`, `studies.phase` (registered, opened, closed, published: each once, in
/// this order, with author and moment) and `studies.component` (one side from which the study
/// looks, with the version of the instrument that is answered). Each room beside this folder holds
/// one part of the work: `sampling` draws, `assessments` and `requests` look at institutions,
/// `submissions` takes in what people answer, `collection` and `openrosa` are the ways to answer,
/// `transcription` brings in paper and files, `fieldwork` watches, `results` judges, `office` leads
/// the officer through. `Floors.ROOMS` is their order. Files of separated values that people hand
/// in are read here for all of them (`UploadedTable`, `Table`).
///
/// What is refused: a phase before the one it needs, and a plan or draw changed after registration.
@NullMarked
package cabildo.studies;

import org.jspecify.annotations.NullMarked;

package cabildo.journeys;

import cabildo.app.Cabildo;
import cabildo.testing.TestDatabase;
import cabildo.testing.TestWiring;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test in a browser against the program on a port of its own, with a database that it may write.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Cabildo.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"cabildo.demo=true", "cabildo.data=target/journey-data"})
@AutoConfigureMockMvc
@Import(TestWiring.class)
@ContextConfiguration(initializers = TestDatabase.class)
@interface JourneyTest {}
